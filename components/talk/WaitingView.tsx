import type { ComponentChildren, ComponentProps } from "preact";
import { Ring } from "../Ring.tsx";

export interface WaitingViewProps {
  ring: ComponentProps<typeof Ring>["state"];
  title: string;
  /** What is said below the title. */
  children: ComponentChildren;
}

/** The main part of every state in which nobody else is there. */
export function WaitingView({ ring, title, children }: WaitingViewProps) {
  return (
    <main class="view" id="main">
      <div class="waiting">
        <Ring state={ring} />
        <div class="stack">
          <h1 tabIndex={-1}>{title}</h1>
          {children}
        </div>
      </div>
    </main>
  );
}
