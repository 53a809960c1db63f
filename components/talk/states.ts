import type { Translate } from "../../lib/i18n/mod.ts";

/** What the live page shows; `matched` turns `live` when their picture is there. */
export type TalkState =
  | "ready"
  | "searching"
  | "matched"
  | "live"
  | "ended"
  | "interrupted";

/** How a call ended. */
export type EndReason =
  | "they-left"
  | "you-left"
  | "interrupted"
  | "failed"
  | "elsewhere";

/** The heading of an ended call. */
export function endTitle(t: Translate, reason: EndReason): string {
  switch (reason) {
    case "they-left":
      return t("talk.ended.left");
    case "you-left":
      return t("talk.ended.youLeft");
    case "interrupted":
      return t("talk.ended.interrupted");
    case "failed":
      return t("talk.ended.failed");
    case "elsewhere":
      return t("talk.ended.elsewhere");
  }
}
