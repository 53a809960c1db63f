import { HttpError, page } from "fresh";
import { AgeFlagPage } from "../../../../components/admin/age/AgeFlagPage.tsx";
import {
  ageFlagData,
  authorise,
  renewClaim,
  staffRoutes,
} from "../../../../lib/http/mod.ts";

/** An age flag. Whoever has it goes on having it by looking at it. */
export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const data = await ageFlagData(ctx);
    if (!data) throw new HttpError(404);
    const isMine = data.view.claim?.staff === data.me;
    const actor = isMine ? authorise(ctx, "age.read") : null;
    if (actor?.ok) await renewClaim(ctx, actor.value, data);
    return page({ ...data, typed: null, errors: {} });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <AgeFlagPage t={state.t} locale={state.locale} {...data} />
));
