import { HttpError } from "fresh";
import { HistoryPage } from "../../../../components/pages/account/HistoryPage.tsx";
import LocalTimes from "../../../../islands/LocalTimes.tsx";
import { callHistoryOf } from "../../../../lib/app/mod.ts";
import {
  members,
  readForm,
  seeOther,
  unprocessable,
} from "../../../../lib/http/mod.ts";
import {
  findPair,
  nameBlock,
  nicknameForm,
} from "../../../../lib/standing/mod.ts";

/** What a person calls somebody whom they blocked, for themselves alone. */
export const handler = members.handlers({
  GET: () => seeOther("/account/history#blocked"),
  async POST(ctx) {
    const { millo, principal: member } = ctx.state;
    const { id } = ctx.params;
    const pair = await findPair(millo.store, member.accountId, id);
    if (!pair) throw new HttpError(404);
    const read = await readForm(ctx, nicknameForm);
    if (!read.ok) {
      const history = await callHistoryOf(millo, member);
      const refused = { id, nickname: read.values.nickname ?? "" };
      return unprocessable(ctx, { history, refused, errors: read.errors });
    }
    await nameBlock(millo.store, pair, read.value.nickname);
    return seeOther("/account/history#blocked");
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <>
    <HistoryPage t={state.t} locale={state.locale} {...data} />
    <LocalTimes locale={state.locale} />
  </>
));
