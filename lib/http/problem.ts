import { faultWords, restrictedWords } from "../i18n/mod.ts";
import type { Ctx } from "./state.ts";

export interface Problem {
  status: number;
  /** Seconds until another try may succeed. */
  retryAfter?: number;
  /** What the help desk needs to find this failure. */
  reference?: string;
  /** True where the person's own restriction is why. */
  restricted?: boolean;
  errors?: { field: string; reason: string }[];
}

/** Whether a program asks: JSON at least as gladly as a page. */
export function wantsJson(req: Request): boolean {
  const accept = req.headers.get("accept") ?? "";
  const json = Math.max(
    quality(accept, "application/json"),
    quality(accept, "application/problem+json"),
  );
  return json > 0 && json >= quality(accept, "text/html");
}

/** A fault for a program (RFC 9457); the words are those of the page. */
export function problem(ctx: Ctx, given: Problem): Response {
  const { status, retryAfter, reference, errors } = given;
  const { title, text } = given.restricted
    ? restrictedWords(ctx.state.t)
    : faultWords(ctx.state.t, status, retryAfter);
  const instance = reference && `urn:millo:fault:${reference}`;
  const members = { retryAfter, errors };
  return Response.json(
    { type: "about:blank", title, status, detail: text, instance, ...members },
    { status, headers: { "content-type": "application/problem+json" } },
  );
}

/** The weight that Accept gives to a type by name; 0 where it is not named. */
function quality(accept: string, type: string): number {
  for (const part of accept.split(",")) {
    const [name, ...parameters] = part.split(";").map((one) => one.trim());
    if (name.toLowerCase() !== type) continue;
    const q = parameters.find((one) => one.startsWith("q="));
    return q ? Number(q.slice(2)) || 0 : 1;
  }
  return 0;
}
