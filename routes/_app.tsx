import { Document } from "../components/layout/Document.tsx";
import { define, languagesOf } from "../lib/http/mod.ts";
import { factsOf } from "../lib/i18n/mod.ts";

export default define.page(function App({ Component, state, url }) {
  const { t, locale, member, unread } = state;
  return (
    <Document
      t={t}
      stage={url.pathname === "/talk"}
      frame={{
        path: url.pathname,
        unread: member ? unread : null,
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
