import { page } from "fresh";
import { PolicyPage } from "../components/pages/PolicyPage.tsx";
import { define } from "../lib/app/mod.ts";
import { currentDocument } from "../lib/consent/mod.ts";

export const handler = define.handlers({
  GET: () => page({ document: currentDocument("rules") }),
});

export default define.page<typeof handler>(({ data, state }) => (
  <PolicyPage t={state.t} locale={state.locale} document={data.document} />
));
