import { PolicyPage } from "../components/pages/PolicyPage.tsx";
import { define } from "../lib/app/mod.ts";
import { currentDocument } from "../lib/consent/mod.ts";

export default define.page(({ state }) => (
  <PolicyPage
    t={state.t}
    locale={state.locale}
    document={currentDocument("rules")}
  />
));
