import { UNTRANSLATED } from "../../untranslated.ts";

/** A hash in groups that can be compared by eye. */
export function Hash({ of }: { of: string }) {
  return (
    <code class="hash" {...UNTRANSLATED}>
      {of.match(/.{1,8}/g)?.join(" ")}
    </code>
  );
}

/** The steps of a proof, from the leaf up. */
export function Path({ label, path }: {
  label: string;
  path: readonly string[];
}) {
  return (
    <ol class="ledger tight" role="list" aria-label={label}>
      {path.map((hash, n) => (
        <li key={n}>
          <Hash of={hash} />
        </li>
      ))}
    </ol>
  );
}
