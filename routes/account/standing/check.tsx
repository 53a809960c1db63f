import { page } from "fresh";
import { OwnCheckPage } from "../../../components/pages/standing/OwnCheckPage.tsx";
import {
  goOnWithCheck,
  members,
  ownCheckData,
  seeOther,
} from "../../../lib/http/mod.ts";

const PATH = "/account/standing/check";

/** The age check that child safety asked a held person for. */
export const handler = members.handlers({
  async GET(ctx) {
    const data = await ownCheckData(ctx);
    return data ? page(data) : seeOther("/account/standing");
  },
  /** Begins the check if it has not begun, and else asks how it stands. */
  async POST(ctx) {
    const data = await ownCheckData(ctx);
    if (!data) return seeOther("/account/standing");
    if (await goOnWithCheck(ctx, data, PATH)) return seeOther(PATH);
    const away = await ownCheckData(ctx, true) ?? data;
    return page(away, { status: 503 });
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <OwnCheckPage t={state.t} locale={state.locale} {...data} />
));
