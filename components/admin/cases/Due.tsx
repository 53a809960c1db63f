import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";
import { untilText } from "./words.ts";

const SOON = 2 * 60 * 60 * 1000;

/** When something is due, in the tone that its nearness asks for. */
export function Due(
  { t, at, now }: { t: Translate; at: number | null; now: number },
) {
  if (at === null) return null;
  const left = at - now;
  const tone = left < 0 ? "bad" : left < SOON ? "warn" : "calm";
  return (
    <span class={`state ${tone}`}>
      <Icon name="clock" />
      <time class="num" datetime={new Date(at).toISOString()}>
        {untilText(t, left)}
      </time>
    </span>
  );
}
