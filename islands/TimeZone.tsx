import { useEffect, useState } from "preact/hooks";
import { minutesEast } from "../lib/client/mod.ts";

/** Tells the server, with the form and only then, which day the visitor has. */
export default function TimeZone() {
  const [zone, setZone] = useState("");
  useEffect(() => setZone(String(minutesEast())), []);
  return <input type="hidden" name="zone" value={zone} />;
}
