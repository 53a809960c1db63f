import { useEffect, useRef, useState } from "preact/hooks";
import { hasSingleKeys, keysOn, type PageKey } from "../lib/client/mod.ts";

export interface KeyMapWords {
  act: string;
  title: string;
  rows: string;
  close: string;
}

/** Shows which keys this very page has. `?` presses it, as a key of the page. */
export default function KeyMap({ words }: { words: KeyMapWords }) {
  const [keys, setKeys] = useState<PageKey[] | null>(null);
  const [isReady, setReady] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => setReady(true), []);
  useEffect(() => {
    if (keys) dialog.current?.showModal();
  }, [keys]);
  if (!isReady) return <span hidden />;
  return (
    <span class="only-keys">
      <button
        class="textlike"
        type="button"
        aria-keyshortcuts="?"
        onClick={() => setKeys(keysHere(words))}
      >
        {words.act} <kbd aria-hidden="true">?</kbd>
      </button>
      {keys && (
        <dialog
          class="key-map"
          aria-labelledby="key-map"
          ref={dialog}
          onClose={() => setKeys(null)}
        >
          <form method="dialog" class="stack gap-3">
            <h2 id="key-map">{words.title}</h2>
            <ul class="keys" role="list">
              {keys.map(({ printed, does }) => (
                <li key={printed}>
                  <span>{does}</span> <kbd>{printed}</kbd>
                </li>
              ))}
            </ul>
            <button class="btn" type="submit">
              {words.close} <kbd aria-hidden="true">Esc</kbd>
            </button>
          </form>
        </dialog>
      )}
    </span>
  );
}

function keysHere({ rows }: KeyMapWords): PageKey[] {
  const hasSteps = hasSingleKeys(document) &&
    document.querySelector(".rows .title") !== null;
  const steps = hasSteps ? [{ printed: "J K", does: rows }] : [];
  return [...steps, ...keysOn(document)];
}
