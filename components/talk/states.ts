import type { EndReason } from "../../lib/client/mod.ts";
import type { Translate } from "../../lib/i18n/mod.ts";

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
