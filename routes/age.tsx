import { HttpError, page } from "fresh";
import { AgePage } from "../components/pages/AgePage.tsx";
import {
  type BirthDateField,
  birthDateForm,
  type CalendarDay,
  dayAt,
  decideGate,
  isPast,
} from "../lib/age/mod.ts";
import {
  type Ctx,
  define,
  doorOf,
  readForm,
  seeOther,
  setCookie,
} from "../lib/app/mod.ts";

type Typed = Partial<Record<BirthDateField, string>>;

export const handler = define.handlers({
  GET(ctx) {
    return elsewhere(ctx) ?? page({ values: {}, errors: {} });
  },
  async POST(ctx) {
    const away = elsewhere(ctx);
    if (away) return away;
    const values = await readForm(ctx.req);
    const parsed = birthDateForm.safeParse(values);
    const today = dayAt(ctx.state.millo.clock.now(), 0);
    if (parsed.success && isPast(parsed.data, today)) {
      return await decide(ctx, parsed.data, today);
    }
    const errors = parsed.success
      ? { day: ctx.state.t("age.error.date") }
      : wrong(ctx, parsed.error.issues.map(({ path }) => path[0]));
    return page({ values: values as Typed, errors }, { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <AgePage t={state.t} values={data.values} errors={data.errors} />
));

/** Whoever has an answer already is not asked again. */
function elsewhere(ctx: Ctx): Response | null {
  switch (doorOf(ctx)) {
    case "chatter":
      return seeOther("/talk");
    case "gated":
      return seeOther("/consent");
    case "refused":
      throw new HttpError(403);
    case "visitor":
      return null;
  }
}

function wrong(ctx: Ctx, fields: PropertyKey[]): Typed {
  const errors: Typed = {};
  for (const field of ["day", "month", "year"] as const) {
    if (fields.includes(field)) {
      errors[field] = ctx.state.t(`age.error.${field}`);
    }
  }
  return errors;
}

async function decide(
  ctx: Ctx,
  birth: CalendarDay,
  today: CalendarDay,
): Promise<Response> {
  const { store, clock } = ctx.state.millo;
  const { passed, token } = await decideGate(store, birth, today, clock.now());
  const headers = new Headers();
  setCookie(headers, "gate", token, ctx.state.secure);
  return seeOther(passed ? "/consent" : "/age", headers);
}
