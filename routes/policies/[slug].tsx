import { HttpError, page } from "fresh";
import { PolicyPage } from "../../components/pages/PolicyPage.tsx";
import { define } from "../../lib/app/mod.ts";
import { DOCUMENTS } from "../../lib/consent/mod.ts";

export const handler = define.handlers({
  GET(ctx) {
    const document = DOCUMENTS.find(({ slug }) => slug === ctx.params.slug);
    if (!document) throw new HttpError(404);
    return page({ document });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <PolicyPage t={state.t} locale={state.locale} document={data.document} />
));
