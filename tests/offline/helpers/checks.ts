/** An answer, or as much of it as a check asks for. */
export interface Observed {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  consoleErrors?: number;
  threw?: string;
}

export interface Check {
  id: string;
  title: string;
  setup: string;
  request?: {
    method: string;
    path: string;
    headers?: Record<string, string>;
    body?: string;
    remote?: string;
  };
  /** Headers to look at, in place of the whole answer. */
  headers?: string[];
  /** True where comments in the markup count as well. */
  comments?: boolean;
  /** Path in a built site: is there such a file? */
  file?: string;
  /** Body of a browser check. */
  script?: string;
  observed: unknown;
}

/** `types` is a module of which the lines that do not compile are observed. */
export interface Setup {
  kind: "app" | "module" | "site" | "types";
  code?: string;
  source?: string;
  files?: Record<string, string>;
  env?: Record<string, string>;
}

/** Setups and what upstream was observed to make of them. */
export interface Suite {
  name: SuiteName;
  checks: Check[];
  setups: Record<string, Setup>;
}

export type SuiteName = "conformance" | "differences";

export async function readSuite(name: SuiteName): Promise<Suite> {
  const url = new URL(`../${name}.json`, import.meta.url);
  const { checks, setups } = JSON.parse(await Deno.readTextFile(url));
  return { name, checks, setups };
}

export function kindOf(
  { setups }: Suite,
  check: Check,
): Setup["kind"] | "browser" {
  return check.script ? "browser" : setups[check.setup].kind;
}
