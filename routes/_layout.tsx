import { Frame } from "../components/layout/frame.ts";
import { define, frameOf } from "../lib/http/mod.ts";

/**
 * Tells every page what its frame shows. It stands here because Fresh renders
 * a page before `_app`: no context reaches it from there.
 */
export default define.layout(function Layout({ Component, ...at }) {
  return (
    <Frame.Provider value={frameOf(at)}>
      <Component />
    </Frame.Provider>
  );
});
