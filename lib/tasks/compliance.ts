import { say } from "./progress.ts";

export interface Compliance {
  /** Ids that are claimed to hold. */
  done: string[];
  /** What each id asks for. */
  checks: Record<string, string>;
}

export interface Proof {
  /** Name of a test that starts with the id, and its file. */
  test: string;
  file: string;
}

const TABLE = "tests/compliance.json";

export async function readCompliance(): Promise<Compliance> {
  return JSON.parse(await Deno.readTextFile(TABLE));
}

/**
 * The names of tests that start with ids: `"A01 …"`, `"C01, C02: …"`. Names
 * are read from the source, so that nothing needs to run.
 */
export function proofsIn(
  text: string,
  file: string,
): { id: string; proof: Proof }[] {
  const names = text.matchAll(
    /(["'`])((?:[A-Z]\d\d(?:, | and )?)+):? ((?:(?!\1)[^\n])+)\1/g,
  );
  return [...names].flatMap(([, , ids, rest]) =>
    (ids.match(/[A-Z]\d\d/g) ?? []).map((id) => ({
      id,
      proof: { test: rest, file },
    }))
  );
}

/** Every proof in `tests/`, by id. */
export async function findProofs(
  folder = "tests",
): Promise<Map<string, Proof[]>> {
  const proofs = new Map<string, Proof[]>();
  for (const file of await testsBelow(folder)) {
    for (const { id, proof } of proofsIn(await Deno.readTextFile(file), file)) {
      proofs.set(id, [...proofs.get(id) ?? [], proof]);
    }
  }
  return proofs;
}

/** Ids that are claimed without a test, and claims of what is no check. */
export function unproven(
  { done, checks }: Compliance,
  proofs: ReadonlyMap<string, Proof[]>,
): string[] {
  return done.filter((id) => !(id in checks) || !proofs.has(id));
}

async function testsBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) found.push(...await testsBelow(`${folder}/${name}`));
    else if (/_test\.tsx?$/.test(name)) found.push(`${folder}/${name}`);
  }
  return found.sort();
}

async function report(): Promise<number> {
  const table = await readCompliance();
  const proofs = await findProofs();
  const missing = unproven(table, proofs);
  const ids = Object.keys(table.checks);
  for (const id of ids) {
    const state = missing.includes(id)
      ? "NO TEST"
      : table.done.includes(id)
      ? "done   "
      : proofs.has(id)
      ? "partly "
      : "open   ";
    console.log(`${id} ${state} ${table.checks[id]}`);
    for (const { test, file } of proofs.get(id) ?? []) {
      console.log(`            ${file}: ${test}`);
    }
  }
  const open = ids.filter((id) => !table.done.includes(id));
  console.log(
    `\n${table.done.length - missing.length} done, ${open.length} open, ` +
      `${missing.length} claimed without a test${
        missing.length > 0 ? `: ${missing.join(", ")}` : ""
      }`,
  );
  return missing.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  try {
    Deno.exit(await report());
  } catch (fault) {
    say((fault as Error).message);
    Deno.exit(1);
  }
}
