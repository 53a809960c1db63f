import { Document } from "../components/layout/Document.tsx";
import { define } from "../lib/app/mod.ts";

export default define.page(function App({ Component, state, url }) {
  return (
    <Document
      t={state.t}
      locale={state.locale}
      dir="ltr"
      stage={url.pathname === "/talk"}
    >
      <Component />
    </Document>
  );
});
