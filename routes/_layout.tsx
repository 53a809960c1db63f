import { Frame } from "../components/layout/frame.ts";
import { define, languagesOf, returnFrom } from "../lib/http/mod.ts";

/**
 * Tells every page, those of faults too, what its frame shows. It stands here
 * because Fresh renders a page before `_app`: no context reaches it from there.
 */
export default define.layout(function Layout({ Component, state, url, route }) {
  const { principal, unread, locale, optedOut } = state;
  const frame = {
    path: url.pathname,
    unread: principal.kind === "member" ? unread : null,
    locale,
    languages: languagesOf(state),
    optedOut,
    address: url.pathname + url.search,
    returnTo: returnFrom({ url, route }),
  };
  return (
    <Frame.Provider value={frame}>
      <Component />
    </Frame.Provider>
  );
});
