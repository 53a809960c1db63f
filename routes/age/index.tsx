import { page } from "fresh";
import { AgePage } from "../../components/pages/AgePage.tsx";
import DateFocus from "../../islands/DateFocus.tsx";
import TimeZone from "../../islands/TimeZone.tsx";
import {
  beginCheck,
  type BirthDateField,
  birthDateForm,
  type CalendarDay,
  decideGate,
  isPast,
  ruleOf,
  todayOf,
} from "../../lib/age/mod.ts";
import {
  type Ctx,
  define,
  flagPathOf,
  ownOriginOf,
  readForm,
  regionOf,
  seeOther,
  setCookie,
  stepTo,
  unprocessable,
  withProvider,
} from "../../lib/http/mod.ts";
import { sha256 } from "../../lib/kernel/mod.ts";

type Typed = Partial<Record<BirthDateField, string>>;

export const handler = define.handlers({
  async GET(ctx) {
    const flag = await flagPathOf(ctx);
    if (flag) return seeOther(flag);
    return page<{ values: Typed; errors: Typed }>({ values: {}, errors: {} });
  },
  async POST(ctx) {
    const read = await readForm(ctx, birthDateForm);
    if (read.ok) {
      const now = ctx.state.millo.clock.now();
      const today = todayOf(now, read.value.zone, regionOf(ctx));
      if (isPast(read.value, today)) {
        return await decide(ctx, read.value, today);
      }
    }
    const errors = read.ok
      ? { day: ctx.state.t("age.error.date") }
      : wrong(ctx, Object.keys(read.errors));
    return unprocessable(ctx, { values: read.values as Typed, errors });
  },
});

export default define.page<typeof handler>(({ data, state, url, route }) => (
  <AgePage
    t={state.t}
    action={stepTo({ url, route }, "/age")}
    values={data.values}
    errors={data.errors}
  >
    <TimeZone />
    <DateFocus />
  </AgePage>
));

function wrong(ctx: Ctx, fields: PropertyKey[]): Typed {
  const errors: Typed = {};
  for (const field of ["day", "month", "year"] as const) {
    if (fields.includes(field)) {
      errors[field] = ctx.state.t(`age.error.${field}`);
    }
  }
  return errors;
}

const NEXT = {
  passed: "/consent",
  refused: "/age",
  pending: "/age/check",
} as const;

async function decide(
  ctx: Ctx,
  birth: CalendarDay,
  today: CalendarDay,
): Promise<Response> {
  const { store, clock } = ctx.state.millo;
  const rule = ruleOf(regionOf(ctx));
  const given = { birth, today, rule };
  const { state, token } = await decideGate(store, given, clock.now());
  if (state === "pending") {
    const browser = sha256(token);
    await withProvider(
      ctx,
      (provider) => beginCheck(store, provider, browser, ownOriginOf(ctx)),
    );
  }
  const headers = new Headers();
  setCookie(headers, "gate", token, ctx.state.secure);
  return seeOther(stepTo(ctx, NEXT[state]), headers);
}
