import { HttpError } from "fresh";
import type { z } from "zod";
import {
  describeDevice,
  type DeviceFacts,
  type SignInFacts,
} from "../accounts/mod.ts";
import type { Site } from "../credentials/mod.ts";
import { longDate } from "../i18n/mod.ts";
import { noteMark } from "../standing/mod.ts";
import { readText } from "./body.ts";
import { keepMark, markOf } from "./browser_mark.ts";
import { ownOriginOf } from "./origin.ts";
import { clearCookie, readCookie, setCookie } from "./cookies.ts";
import { memberIn } from "./principal.ts";
import type { Ctx } from "./state.ts";

/** What may be recorded of the browser that asks; see describeDevice. */
export function deviceOf(ctx: Ctx): DeviceFacts {
  const { headers } = ctx.req;
  return describeDevice({
    userAgent: headers.get("user-agent") ?? "",
    connection: headers.get("ect"),
    address: ctx.state.address,
  });
}

/** Where passkeys of this site work, and what they are called. */
export function siteOf(ctx: Ctx): Site {
  const { millo: { clock }, t, locale } = ctx.state;
  const origin = ownOriginOf(ctx);
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  return {
    origin,
    host: new URL(origin).hostname,
    name: t("app.name"),
    label: `${t("app.name")}, ${longDate(today, locale)}`,
  };
}

/** From where somebody comes back to an account. */
export function signInFactsOf(ctx: Ctx): SignInFacts {
  const { store, clock } = ctx.state.millo;
  const now = clock.now();
  return {
    current: memberIn(ctx.state),
    device: deviceOf(ctx),
    now,
    async also(write, accountId) {
      const mark = await markOf(ctx);
      await noteMark(store, write, { accountId, mark, now });
    },
  };
}

/** Headers that let the browser in with a new session, and keep its mark. */
export function withSession(ctx: Ctx, token: string): Headers {
  const headers = new Headers();
  setCookie(headers, "session", token, ctx.state.secure);
  keepMark(ctx, headers);
  return headers;
}

/** The secret of the session that this browser shows, whether it holds or not. */
export function sessionTokenOf({ req, state }: Ctx): string | null {
  return readCookie(req.headers, "session", state.secure) ?? null;
}

/** Headers that let the browser out. */
export function withoutSession(ctx: Ctx): Headers {
  const headers = new Headers();
  clearCookie(headers, "session", ctx.state.secure);
  return headers;
}

/** JSON that a script of ours sent. Throws 415, 413, 400 or 422. */
export async function readJson<S extends z.ZodType>(
  ctx: Ctx,
  schema: S,
): Promise<z.output<S>> {
  const type = ctx.req.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type)) throw new HttpError(415);
  const parsed = schema.safeParse(parse(await readText(ctx)));
  if (!parsed.success) throw new HttpError(422);
  return parsed.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400);
  }
}

/** Headers that let one of the staff in. */
export function withStaffSession(ctx: Ctx, token: string): Headers {
  const headers = new Headers();
  setCookie(headers, "staff", token, ctx.state.secure);
  return headers;
}

/** Headers that let one of the staff out. */
export function withoutStaffSession(ctx: Ctx): Headers {
  const headers = new Headers();
  clearCookie(headers, "staff", ctx.state.secure);
  return headers;
}

/** What the staff know a browser by, such as "Firefox on Linux". */
export function browserName(ctx: Ctx): string {
  const { family, os } = deviceOf(ctx);
  return `${family}, ${os}`.slice(0, 120);
}
