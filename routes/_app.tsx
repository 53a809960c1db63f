import { Document } from "../components/layout/Document.tsx";
import { define, languagesOf } from "../lib/app/mod.ts";
import { factsOf } from "../lib/i18n/mod.ts";

export default define.page(function App({ Component, state, url }) {
  const { t, locale, chatter, unread } = state;
  return (
    <Document
      t={t}
      stage={url.pathname === "/talk"}
      frame={{
        path: url.pathname,
        unread: chatter ? unread : null,
        locale,
        dir: factsOf(locale).dir,
        languages: languagesOf(state),
        optedOut: state.optedOut,
        address: url.pathname + url.search,
      }}
    >
      <Component />
    </Document>
  );
});
