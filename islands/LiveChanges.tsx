import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type LiveNotice, LivePage } from "../lib/client/mod.ts";
import type { Presence } from "../lib/matching/mod.ts";

export interface LiveWords {
  /** With `#` where the number stands. */
  fresh: string;
  moved: string;
  changed: string;
  /** With `#` where the name stands. */
  holder: string;
  show: string;
  lost: string;
  over: string;
  reload: string;
  typed: string;
  presences: Readonly<Record<Presence, string>>;
}

interface LiveChangesProps {
  /** The newest change when this page was made. */
  since: number;
  words: LiveWords;
}

/** Keeps the page up to date, and says what has changed on it. */
export default function LiveChanges({ since, words }: LiveChangesProps) {
  const [notice, setNotice] = useState<LiveNotice | null>(null);
  const live = useRef<LivePage | null>(null);
  useEffect(() => {
    const { presences } = words;
    live.current = new LivePage(document, {
      ...{ since, presences, onNotice: setNotice },
    });
    return live.current.start();
  }, []);
  const button = useMemo(() => notice && buttonFor(notice, words), [notice]);
  return (
    <div class={isQuiet(notice) ? "visually-hidden" : "live"}>
      <p role="status">{notice && textOf(notice, words)}</p>
      {notice?.kind === "typed" && (
        <textarea
          class="input"
          readOnly
          rows={4}
          aria-label={words.typed}
          value={notice.text}
        />
      )}
      {button && (
        <button
          class="btn"
          type="button"
          aria-keyshortcuts="R"
          onClick={() => live.current?.show()}
        >
          {button} <kbd aria-hidden="true">R</kbd>
        </button>
      )}
    </div>
  );
}

/** What is shown already is only said to whoever cannot see it. */
function isQuiet(notice: LiveNotice | null): boolean {
  return notice === null || notice.kind === "new" && notice.isShown;
}

function textOf(notice: LiveNotice, words: LiveWords): string {
  switch (notice.kind) {
    case "new":
      return put(words.fresh, String(notice.count));
    case "changed":
      return notice.holder === null
        ? words.changed
        : `${words.changed} ${put(words.holder, notice.holder)}`;
    default:
      return words[notice.kind];
  }
}

/** A name may hold what a replacement would take for a pattern. */
function put(words: string, value: string): string {
  return words.replace("#", () => value);
}

function buttonFor(notice: LiveNotice, words: LiveWords): string | null {
  switch (notice.kind) {
    case "new":
      return notice.isShown ? null : words.show;
    case "moved":
    case "changed":
      return words.show;
    case "over":
      return words.reload;
    default:
      return null;
  }
}
