import { nonceOf } from "../nonce.ts";
import type { Middleware } from "../types.ts";
import { withHeaders } from "./headers.ts";

export interface CSPOptions {
  reportOnly?: boolean;
  /** URL that browsers send violations to. */
  reportTo?: string;
  /** Directives that replace the default of the same name, or add to them. */
  csp?: string[];
  /** Allow inline code by the page's nonce only. */
  useNonce?: boolean;
}

const DEFAULTS = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "upgrade-insecure-requests",
];

/** Sets Content-Security-Policy on every answer that passes through. */
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  const { reportOnly, reportTo, useNonce } = options;
  const policy = policyOf(options);
  const name = "content-security-policy" + (reportOnly ? "-report-only" : "");
  return async (ctx) => {
    const response = await ctx.next();
    const nonce = useNonce ? nonceOf(response) : null;
    const value = nonce === null
      ? policy
      : policy.replaceAll("'unsafe-inline'", `'nonce-${nonce}'`);
    return withHeaders(response, (headers) => {
      headers.set(name, value);
      if (reportTo) {
        headers.set("reporting-endpoints", `csp-endpoint="${reportTo}"`);
      }
    });
  };
}

function policyOf({ csp = [], reportTo }: CSPOptions): string {
  const replaced = new Set(csp.map(nameOf));
  const kept = DEFAULTS.filter((directive) => !replaced.has(nameOf(directive)));
  const report = reportTo
    ? ["report-to csp-endpoint", `report-uri ${reportTo}`]
    : [];
  return [...kept, ...csp, ...report].join("; ");
}

function nameOf(directive: string): string {
  return directive.trim().split(/\s/, 1)[0].toLowerCase();
}
