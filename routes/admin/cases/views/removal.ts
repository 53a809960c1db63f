import { z } from "zod";
import {
  readForm,
  seeOther,
  staffRoutes,
  viewIn,
} from "../../../../lib/http/mod.ts";
import { removeQueueView } from "../../../../lib/staff/mod.ts";

const removalForm = z.object({ name: z.string() });

/** Removes a view of the queue that one has saved; the queue stays as it is. */
export const handler = staffRoutes.handlers({
  async POST(ctx) {
    const { millo, principal: staff } = ctx.state;
    const read = await readForm(ctx, removalForm);
    if (read.ok) await removeQueueView(millo, staff, read.value.name);
    return seeOther(viewIn(ctx).address);
  },
});
