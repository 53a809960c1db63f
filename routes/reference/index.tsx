import { page } from "fresh";
import { ReferenceView } from "../../components/pages/reference/ReferenceView.tsx";
import {
  BLANK,
  define,
  numberAlone,
  readNumbered,
  unprocessable,
} from "../../lib/http/mod.ts";

/** Opens a report or a decision by its number, from any browser. */
export const handler = define.handlers({
  GET: () => page(BLANK),
  async POST(ctx) {
    const { ok, data } = await readNumbered(ctx, numberAlone);
    return ok ? page(data) : unprocessable(ctx, data);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <ReferenceView t={state.t} locale={state.locale} {...data} />
));
