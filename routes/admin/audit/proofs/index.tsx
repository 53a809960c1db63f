import { HttpError, page } from "fresh";
import { ProofsPage } from "../../../../components/admin/audit/ProofsPage.tsx";
import {
  consistencyData,
  staffRoutes,
  wantsJson,
} from "../../../../lib/http/mod.ts";

/** Signed heads; a program gets them, or a proof of consistency, as JSON. */
export const handler = staffRoutes.handlers({
  async GET(ctx) {
    const data = await consistencyData(ctx);
    const { proof, checkpoints, next, publicKey, unknown } = data;
    if (!wantsJson(ctx.req)) return page(data);
    if (unknown !== null) throw new HttpError(404);
    return Response.json(proof ?? { checkpoints, next, publicKey });
  },
});

export default staffRoutes.page<typeof handler>(({ data, state }) => (
  <ProofsPage t={state.t} locale={state.locale} {...data} />
));
