import { Document } from "../components/layout/Document.tsx";
import { define } from "../lib/http/mod.ts";
import { factsOf } from "../lib/i18n/mod.ts";

export default define.page(function App({ Component, state, url }) {
  const { t, locale } = state;
  return (
    <Document
      t={t}
      locale={locale}
      dir={factsOf(locale).dir}
      stage={url.pathname === "/talk"}
      admin={state.principal.kind === "staff"}
      door={/^\/staff(\/|$)/.test(url.pathname)}
    >
      <Component />
    </Document>
  );
});
