/** Two halves, you and them: far apart, seeking each other, met. */
export type RingState = "apart" | "searching" | "met" | "muted" | "lost";

export function Ring({ state = "apart" }: { state?: RingState }) {
  return (
    <svg class={`ring ${state}`} viewBox="0 0 24 24" aria-hidden="true">
      <path
        class="half you"
        d="M11.3 3A9 9 0 0 0 11.3 21V15.4A3.5 3.5 0 0 1 11.3 8.6Z"
      />
      <path
        class="half them"
        d="M12.7 3A9 9 0 0 1 12.7 21V15.4A3.5 3.5 0 0 0 12.7 8.6Z"
      />
    </svg>
  );
}
