import { useEffect } from "preact/hooks";
import { followDateFields } from "../lib/client/mod.ts";

/** Moves from one part of a date to the next as each is full. */
export default function DateFocus() {
  useEffect(() => {
    const parts = document.querySelector(".date-parts");
    return parts ? followDateFields(parts) : undefined;
  }, []);
  return <span hidden />;
}
