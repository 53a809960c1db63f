import type { LiveWords } from "../../islands/LiveChanges.tsx";
import type { Translate } from "../../lib/i18n/mod.ts";

/** A number or a name stands there once it is known. */
const GAP = "#";

/** What an open page may come to say of itself. */
export function liveWords(t: Translate): LiveWords {
  return {
    fresh: t("admin.live.fresh", { count: GAP }),
    moved: t("admin.live.moved"),
    changed: t("admin.live.changed"),
    holder: t("admin.live.holder", { name: GAP }),
    show: t("admin.live.show"),
    lost: t("admin.live.lost"),
    over: t("admin.live.over"),
    reload: t("admin.live.reload"),
    typed: t("admin.live.typed"),
    presences: {
      in_call: t("admin.case.presence.in_call"),
      waiting: t("admin.case.presence.waiting"),
      away: t("admin.case.presence.away"),
    },
  };
}
