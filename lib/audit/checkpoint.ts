import type { ValueOf } from "../store/mod.ts";
import { auditCheckpoints } from "./records.ts";

/** What somebody knows about the log at some size. */
export type Checkpoint = ValueOf<typeof auditCheckpoints>;

const PREFIX = "millo-audit/1";

/** What is signed. */
export function signedText(
  { size, head, from, at, key }: Omit<Checkpoint, "signature">,
): string {
  const times = [from, at].map((time) => new Date(time).toISOString());
  return [PREFIX, size, head, ...times, key ?? "-"].join(" ");
}

/** One line, for a file or a log. */
export function lineOf(checkpoint: Checkpoint): string {
  return `${signedText(checkpoint)} ${checkpoint.signature ?? "-"}`;
}

/** Every checkpoint whose line stands somewhere in a text. */
export function checkpointsIn(text: string): Checkpoint[] {
  const lines = text.matchAll(
    /millo-audit\/1 (\d+) ([0-9a-f]{64}) (\S+Z) (\S+Z) ([\w+/=-]+) ([\w+/=-]+)/g,
  );
  return [...lines].flatMap(([, size, head, from, at, key, signature]) => {
    const parsed = auditCheckpoints.spec.schema.safeParse({
      size: Number(size),
      head,
      from: Date.parse(from),
      at: Date.parse(at),
      key: key === "-" ? null : key,
      signature: signature === "-" ? null : signature,
    });
    return parsed.success ? [parsed.data as Checkpoint] : [];
  });
}
