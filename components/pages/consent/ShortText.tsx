import type {
  ChangedSection,
  PolicyDocument,
} from "../../../lib/consent/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Check } from "../../form/Check.tsx";
import { Icon } from "../../Icon.tsx";
import { Changes } from "../policy/Changes.tsx";

export interface ShortTextProps {
  t: Translate;
  name: "rules" | "policy";
  document: PolicyDocument;
  /** What changed since the version that this person agreed to. */
  changes?: readonly ChangedSection[];
  open?: boolean;
  ticked?: boolean;
  error?: string;
}

const WHOLE = { rules: "/rules", policy: "/policies/privacy" } as const;

/**
 * The box that agrees to this version of a text, and the text in five lines
 * below it: there to read, and in nobody's way.
 */
export function ShortText(props: ShortTextProps) {
  const { t, name, document: { version, summary }, changes, open } = props;
  const List = name === "rules" ? "ol" : "ul";
  return (
    <section class="text-box">
      <Check
        name={name}
        value={version}
        label={t(`consent.${name}.agree`)}
        error={props.error}
        checked={props.ticked}
        required
      />
      {changes && (
        <details open>
          <summary>
            <Icon name="chevron" /> {t(`consent.${name}.changes`, { version })}
          </summary>
          <Changes t={t} sections={changes.filter(({ changed }) => changed)} />
        </details>
      )}
      <details open={open && !changes}>
        <summary>
          <Icon name="chevron" /> {t(`consent.${name}.summary`, { version })}
        </summary>
        <List lang="en">
          {summary.map((line, n) => <li key={n}>{line}</li>)}
        </List>
        <p>
          <a href={WHOLE[name]} target="_blank">{t(`consent.${name}.read`)}</a>
        </p>
      </details>
    </section>
  );
}
