/** Compiles only if Fresh's types refuse what they should; never run. */
import {
  App,
  type Context,
  createDefine,
  HttpError,
  type Middleware,
  page,
  type PageProps,
  type RouteData,
  type RouteHandler,
} from "fresh";
import { asset, Head, IS_BROWSER } from "fresh/runtime";
import { Builder } from "fresh/dev";
import { assertType, type IsExact } from "@std/testing/types";

interface State {
  user?: { id: string };
}

const define = createDefine<State>();

const handler = define.handlers({
  GET(ctx) {
    assertType<IsExact<typeof ctx, Context<State>>>(true);
    return page({ count: 1, name: ctx.params.name });
  },
  async POST(ctx) {
    await ctx.req.formData();
    return ctx.redirect("/", 303);
  },
});

const stateless = createDefine<unknown>().handlers({
  GET: (ctx) => page({ path: ctx.url.pathname }),
});
assertType<IsExact<RouteData<typeof stateless>, { path: string }>>(true);
// @ts-expect-error only a page's own type takes a handler of some state
export type Refused = RouteData<typeof handler>;

export const typed = define.page<typeof handler>(({ data, state, url }) => {
  assertType<IsExact<typeof data, { count: number; name: string }>>(true);
  assertType<IsExact<typeof state, State>>(true);
  assertType<IsExact<typeof url, URL>>(true);
  // @ts-expect-error the handler gives no such field
  return <p>{data.missing}</p>;
});

export const wait = define.page(async ({ state }) => {
  await Promise.resolve();
  // @ts-expect-error the state has no such field
  return <p>{state.admin}</p>;
});

const single = define.handlers((ctx) => page({ path: ctx.url.pathname }));
export const fromFunction = define.page<typeof single>(({ data }) => {
  assertType<IsExact<typeof data, { path: string }>>(true);
  return null;
});

const twice = define.handlers({
  GET: () => page({ kind: "a" as const }),
  POST: () => Promise.resolve(page({ kind: "b" as const })),
});
export const union = define.page<typeof twice>(({ data }) => {
  assertType<IsExact<typeof data.kind, "a" | "b">>(true);
  return null;
});

// @ts-expect-error a handler answers with a Response or a page
define.handlers({ GET: () => "text" });
// @ts-expect-error methods are written in capitals
define.handlers({ get: () => new Response() });
// @ts-expect-error a middleware answers with a Response
define.middleware(() => "text");

define.middleware([(ctx) => ctx.next(), async (ctx) => {
  ctx.state.user = { id: "1" };
  // @ts-expect-error ids are texts
  ctx.state.user = { id: 1 };
  return await ctx.next();
}]);

export const layout = define.layout(({ Component, state }) => (
  <div id={state.user?.id}>
    <Head>
      <title>{String(IS_BROWSER)}</title>
    </Head>
    <Component />
    <img src={asset("/a.png")} alt="" />
  </div>
));

new HttpError(404, "gone", { cause: 1 });
// @ts-expect-error not a status of an error
new HttpError(200);
// @ts-expect-error the status comes first
new HttpError("gone");

const typedRoute: RouteHandler<{ a: number }, State> = {
  GET: () => page({ a: 1 }),
  // @ts-expect-error the data has another shape
  POST: () => page({ a: "1" }),
};

const needsUser: Middleware<State> = (ctx) => ctx.next();
new App<State>()
  .use(needsUser, (ctx) => ctx.json(ctx.state.user))
  .route("/a", { handler: typedRoute })
  .get("/b", (ctx) => ctx.text(ctx.params.id))
  .layout("*", layout)
  .notFound((ctx) => ctx.text(String(ctx.error), { status: 404 }));
// @ts-expect-error onError says where
new App<State>().onError(() => new Response());
// @ts-expect-error the app has another state
new App<{ other: number }>().use(needsUser);

export function Page({ data, Component }: PageProps<{ a: number }, State>) {
  // @ts-expect-error a number has no length
  return <Component key={data.a.length} />;
}

new Builder({ target: ["es2022"], ignore: [/x/] });
// @ts-expect-error no such option
new Builder({ entry: "main.ts" });
