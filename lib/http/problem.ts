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
