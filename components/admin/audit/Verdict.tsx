import { Icon } from "../../Icon.tsx";

/** Whether a proof holds, in words. */
export function Verdict({ holds, text }: {
  holds: boolean;
  text: string;
}) {
  return (
    <p class={`state ${holds ? "ok" : "bad"}`} role="status">
      <Icon name={holds ? "check" : "alert"} /> {text}
    </p>
  );
}
