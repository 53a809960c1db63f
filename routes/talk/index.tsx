import { page } from "fresh";
import { TalkPage } from "../../components/talk/TalkPage.tsx";
import Talk from "../../islands/Talk.tsx";
import { define, requireCaller, textsFirst } from "../../lib/http/mod.ts";
import { messagesFor } from "../../lib/i18n/mod.ts";

export const handler = define.handlers({
  async GET(ctx) {
    await requireCaller(ctx);
    return await textsFirst(ctx) ?? page();
  },
});

export default define.page<typeof handler>(({ state }) => (
  <TalkPage t={state.t}>
    <Talk
      locale={state.locale}
      messages={messagesFor("talk", state.locale)}
      optedOut={state.optedOut}
    />
  </TalkPage>
));
