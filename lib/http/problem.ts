import { type FaultFacts, faultWords } from "../i18n/mod.ts";
import type { Ctx } from "./state.ts";

export interface Problem extends FaultFacts {
  /** What the help desk needs to find this failure. */
  reference?: string;
  errors?: { field: string; reason: string }[];
}

/** A fault for a program (RFC 9457); the words are those of the page. */
export function problem(ctx: Ctx, given: Problem): Response {
  const { status, retryAfter, reference, errors } = given;
  const { title, text } = faultWords(ctx.state.t, given);
  const instance = reference && `urn:millo:fault:${reference}`;
  const members = { retryAfter, errors };
  return Response.json(
    { type: "about:blank", title, status, detail: text, instance, ...members },
    { status, headers: { "content-type": "application/problem+json" } },
  );
}
