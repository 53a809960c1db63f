import { type Clock, newId, ok, refuse, type Result } from "../kernel/mod.ts";
import type { Store } from "../store/mod.ts";
import { faultInLine, type LineFault, tidy } from "./line.ts";
import { chatLines } from "./records.ts";

/** More than anybody reads again; older lines of a call are left out. */
const MOST_LINES = 100;

export interface Line {
  id: string;
  text: string;
  at: number;
}

/** Checks a line and keeps it for its 15 minutes. */
export async function keepLine(
  { store, clock }: { store: Store; clock: Clock },
  line: { call: string; from: string; to: string; text: string },
): Promise<Result<Line, LineFault | "erased">> {
  const text = tidy(line.text);
  const fault = faultInLine(text);
  if (fault) return refuse(fault);
  const kept = { id: newId(), text, at: clock.now() };
  const { call, from, to } = line;
  const commit = await store.write()
    .add(chatLines, { call, from, to, ...kept })
    .commit();
  return commit.ok ? ok(kept) : refuse("erased");
}

/** The lines of a call that are still kept, oldest first, and who wrote each. */
export async function keptLines(
  store: Store,
  call: string,
): Promise<(Line & { from: string | null })[]> {
  const page = await store.list(chatLines, "byCall", {
    of: [call],
    limit: MOST_LINES,
    reverse: true,
  });
  return page.items.map(({ value: { id, text, at, from } }) => ({
    id,
    text,
    at,
    from,
  })).reverse();
}
