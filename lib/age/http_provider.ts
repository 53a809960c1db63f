import { z } from "zod";
import { type Clock, type Millis, SECOND } from "../kernel/mod.ts";
import { outcomeForm } from "./forms.ts";
import {
  type AgeOutcome,
  type AgeProvider,
  ProviderUnavailable,
  type StartedCheck,
} from "./provider.ts";
import { isSigned, sign } from "./signature.ts";

const TIMEOUT: Millis = 5 * SECOND;

const started = z.object({
  ref: z.string().min(1).max(200),
  url: z.url({ protocol: /^https?$/ }).max(2000),
});

const asked = z.discriminatedUnion("state", [
  z.object({ state: z.literal("pending") }),
  z.object({
    state: z.enum(["passed", "failed"]),
    expiresAt: z.number().int(),
  }),
]);

/**
 * A provider that speaks JSON over HTTP, each message signed by a shared
 * secret: `POST /checks` begins one, `GET /checks/<ref>` asks for its outcome,
 * and the outcome also comes as a callback. It is told the limit and nothing
 * about the visitor.
 */
export class HttpProvider implements AgeProvider {
  constructor(
    readonly options: { url: string; secret: string; clock: Clock },
  ) {}

  start(
    check: { limit: number; returnTo: string; tellTo: string },
  ): Promise<StartedCheck> {
    return this.#send(started, "/checks", JSON.stringify(check));
  }

  ask(ref: string): Promise<AgeOutcome> {
    return this.#send(asked, `/checks/${encodeURIComponent(ref)}`, null);
  }

  async readCallback(signature: string | null, body: string, now: Millis) {
    const { secret } = this.options;
    if (!await isSigned(secret, signature, body, now)) return null;
    const parsed = outcomeForm.safeParse(jsonIn(body));
    if (!parsed.success) return null;
    const { ref, ...outcome } = parsed.data;
    return { ref, outcome };
  }

  async #send<T>(
    schema: z.ZodType<T>,
    path: string,
    body: string | null,
  ): Promise<T> {
    const { url, secret, clock } = this.options;
    const signature = await sign(secret, body ?? path, clock.now());
    try {
      const response = await fetch(new URL(path, url), {
        method: body === null ? "GET" : "POST",
        body,
        headers: {
          "content-type": "application/json",
          "millo-signature": signature,
        },
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT),
      });
      if (response.ok) return schema.parse(await response.json());
      await response.body?.cancel();
      throw new Error(`status ${response.status}`);
    } catch (cause) {
      throw new ProviderUnavailable(
        "Cannot reach the age check: no valid answer",
        {
          cause,
        },
      );
    }
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
