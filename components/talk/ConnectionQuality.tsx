import type { Translate } from "../../lib/i18n/mod.ts";

/** `connecting` and `back` have no picture to judge: before the first, and after a loss. */
export type Connection = "connecting" | "good" | "fair" | "poor" | "back";

const BARS: Record<Connection, number> = {
  connecting: 0,
  good: 4,
  fair: 3,
  poor: 1,
  back: 0,
};

const TONE: Record<Connection, string> = {
  connecting: "calm",
  good: "",
  fair: "",
  poor: "warn",
  back: "bad",
};

export interface ConnectionQualityProps {
  t: Translate;
  connection: Connection;
}

/** How good the connection is, as bars and as a word. */
export function ConnectionQuality({ t, connection }: ConnectionQualityProps) {
  return (
    <span class={`signal ${TONE[connection]}`}>
      <svg viewBox="0 0 18 16" aria-hidden="true">
        {[0, 1, 2, 3].map((bar) => (
          <rect
            key={bar}
            class={bar < BARS[connection] ? undefined : "off"}
            x={bar * 4.7}
            y={12 - bar * 4}
            width="3"
            height={4 + bar * 4}
            rx="1"
          />
        ))}
      </svg>
      <span>
        <span class="visually-hidden">{t("talk.call.connection")}</span>{" "}
        {t(`talk.call.connection.${connection}`)}
      </span>
    </span>
  );
}
