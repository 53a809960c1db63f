import { type Clock, newId, ok, refuse, type Result } from "../kernel/mod.ts";
import type { Store } from "../store/mod.ts";
import { faultInLine, type LineFault, tidy } from "./line.ts";
import { chatLines } from "./records.ts";

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
