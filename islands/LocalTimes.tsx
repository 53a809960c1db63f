import { useEffect } from "preact/hooks";
import { sayLocalTimes } from "../lib/client/mod.ts";

/** Says the times of a page in the visitor's zone; without a script, in UTC. */
export default function LocalTimes({ locale }: { locale: string }) {
  useEffect(() => sayLocalTimes(document, locale), [locale]);
  return <span hidden />;
}
