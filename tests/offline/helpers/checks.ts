import conformance from "../conformance.json" with { type: "json" };

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
  /** Body of a browser check. */
  script?: string;
  observed: unknown;
}

export interface Setup {
  kind: "app" | "module" | "site";
  code?: string;
  source?: string;
  files?: Record<string, string>;
  env?: Record<string, string>;
}

export const CHECKS = conformance.checks as unknown as Check[];
export const SETUPS = conformance.setups as unknown as Record<string, Setup>;

export function kindOf(check: Check): Setup["kind"] | "browser" {
  return check.script ? "browser" : SETUPS[check.setup].kind;
}
