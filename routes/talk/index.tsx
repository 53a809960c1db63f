import { page } from "fresh";
import { TalkPage } from "../../components/talk/TalkPage.tsx";
import Talk from "../../islands/Talk.tsx";
import {
  askAdmission,
  members,
  redirectForStage,
  seeOther,
} from "../../lib/http/mod.ts";
import { messagesFor } from "../../lib/i18n/mod.ts";
import { REASON_IDS, type ReasonId, REASONS } from "../../lib/safety/mod.ts";
import { hasVisited } from "../../lib/usage/mod.ts";

const STILLS = Object.fromEntries(
  REASON_IDS.map((reason) => [reason, REASONS[reason].still]),
) as Record<ReasonId, "allowed" | "adults" | "never">;

export const handler = members.handlers({
  async GET(ctx) {
    const admitted = await askAdmission(ctx);
    if (!admitted.ok && admitted.refusal !== "outdated") {
      return seeOther("/account/standing");
    }
    // Nobody meets anybody before they agreed to the texts in force.
    const away = admitted.ok ? null : await redirectForStage(ctx);
    if (away) return away;
    const { principal: member, millo: { store } } = ctx.state;
    return page({ isFirst: !await hasVisited(store, member) });
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <TalkPage t={state.t}>
    <Talk
      locale={state.locale}
      messages={{
        ...messagesFor("talk", state.locale),
        ...messagesFor("report", state.locale),
      }}
      optedOut={state.optedOut}
      isFirst={data.isFirst}
      stills={STILLS}
    />
  </TalkPage>
));
