import { useEffect } from "preact/hooks";
import { listenToPageKeys } from "../lib/client/mod.ts";

/** Makes the keys work that stand beside the buttons of a page. */
export default function PageKeys() {
  useEffect(() => listenToPageKeys(document), []);
  return <span hidden />;
}
