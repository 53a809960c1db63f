import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Translate } from "../../lib/i18n/mod.ts";
import type { EndReason, TalkState } from "../../lib/client/mod.ts";
import { endTitle } from "./states.ts";

export interface TalkFrameProps {
  t: Translate;
  state: TalkState;
  /** Why the last call ended, while `state` is `ended`. */
  reason?: EndReason;
  /** The component of this state. */
  children: ComponentChildren;
}

/** Holds the states of the live page and tells screen readers when one follows another. */
export function TalkFrame({ t, state, reason, children }: TalkFrameProps) {
  const frame = useFocusKept(state);
  const inCall = state === "matched" || state === "live";
  return (
    <div
      id="talk"
      data-state={state}
      class={inCall ? "call" : "call alone"}
      ref={frame}
    >
      <p class="visually-hidden" role="status">{politely(t, state)}</p>
      <p class="visually-hidden" role="alert">{atOnce(t, state, reason)}</p>
      {children}
    </div>
  );
}

function politely(t: Translate, state: TalkState): string {
  if (state === "searching") return t("talk.searching.title");
  if (state !== "interrupted") return "";
  return `${t("talk.interrupted.title")}. ${t("talk.interrupted.text")}`;
}

function atOnce(t: Translate, state: TalkState, reason?: EndReason): string {
  if (state === "matched" || state === "live") return t("talk.call.arrived");
  return state === "ended" && reason ? endTitle(t, reason) : "";
}

/**
 * A focused control goes away with its state. The heading takes the focus, not
 * Next: who was typing must not press it with the next space.
 */
function useFocusKept(state: TalkState) {
  const frame = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    const changed = before.current !== state;
    before.current = state;
    if (!changed || document.activeElement !== document.body) return;
    frame.current?.querySelector("h1")?.focus({ preventScroll: true });
  }, [state]);
  return frame;
}
