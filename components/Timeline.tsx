import type { ComponentChildren } from "preact";

export type StepState = "done" | "now" | "ahead";

export interface TimelineStep {
  state: StepState;
  title: string;
  /** When it was, or by when it will be. */
  detail?: ComponentChildren;
}

export interface TimelineProps {
  steps: readonly TimelineStep[];
  /** A state in words, for those who do not see its mark. */
  words: Readonly<Record<StepState, string>>;
}

/** Where a thing stands: what was done, what happens now, what comes. */
export function Timeline({ steps, words }: TimelineProps) {
  return (
    <ol class="timeline" role="list">
      {steps.map(({ state, title, detail }, n) => (
        <li
          key={n}
          class={state}
          aria-current={state === "now" ? "step" : undefined}
        >
          {title} <span class="visually-hidden">({words[state]})</span>
          {detail && <p>{detail}</p>}
        </li>
      ))}
    </ol>
  );
}
