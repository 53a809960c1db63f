import { HttpError, page } from "fresh";
import { AppealPage } from "../../../../components/admin/appeals/AppealPage.tsx";
import {
  appealData,
  authorise,
  isPress,
  staffRoutes,
} from "../../../../lib/http/mod.ts";
import { claimAppeal } from "../../../../lib/safety/mod.ts";

/** An appeal. Whoever has it goes on having it by looking at it. */
export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const before = await appealData(ctx);
    if (!before) throw new HttpError(404);
    if (before.view.claim?.staff === before.me && isPress(ctx.req)) {
      const actor = authorise(ctx, "appeal.answer");
      const { safety } = ctx.state.millo;
      if (actor.ok) await claimAppeal(safety, actor.value, ctx.params.id);
    }
    return page({ ...before, values: {}, errors: {} });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <AppealPage t={state.t} locale={state.locale} {...data} />
));
