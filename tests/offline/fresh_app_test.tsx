import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { App, csp, HttpError, page } from "fresh";
import { Head } from "fresh/runtime";

type Handler = ReturnType<App<unknown>["handler"]>;

async function ask(handler: Handler, path: string, init?: RequestInit) {
  const response = await handler(new Request(`http://localhost${path}`, init));
  const { status, headers } = response;
  return { status, headers, body: await response.text() };
}

async function bodyOf(handler: Handler, path: string, init?: RequestInit) {
  return (await ask(handler, path, init)).body;
}

Deno.test("patterns match as URLPattern does", async () => {
  const show = (tag: string) => (ctx: { params: Record<string, string> }) =>
    Response.json([tag, ctx.params]);
  const handler = new App()
    .get("/a/:x-:y", show("mixed"))
    .get("/v:major.:minor", show("dots"))
    .get("/o/:lang?/end", show("optional"))
    .get("/r/:rest*", show("rest"))
    .get("/plus/:more+", show("plus"))
    .get("/group{/:id}?", show("group"))
    .get("/re/:id(\\d{2})", show("regexp"))
    .get("/star/*", show("star"))
    .handler();
  const cases: [string, unknown][] = [
    ["/a/1-2", ["mixed", { x: "1", y: "2" }]],
    ["/v10.2", ["dots", { major: "10", minor: "2" }]],
    ["/o/end", ["optional", { lang: "" }]],
    ["/o/de/end", ["optional", { lang: "de" }]],
    ["/r", ["rest", { rest: "" }]],
    ["/r/a/b%20c", ["rest", { rest: "a/b c" }]],
    ["/r/a%2Fb", ["rest", { rest: "a%2Fb" }]],
    ["/plus/a/b", ["plus", { more: "a/b" }]],
    ["/group", ["group", { id: "" }]],
    ["/group/7", ["group", { id: "7" }]],
    ["/re/12", ["regexp", { id: "12" }]],
    ["/star/x/y", ["star", { 0: "x/y" }]],
  ];
  for (const [path, expected] of cases) {
    assertEquals(JSON.parse(await bodyOf(handler, path)), expected, path);
  }
  for (const path of ["/plus", "/re/123", "/o/a/b/end", "/r/", "/a/1"]) {
    assertEquals((await ask(handler, path)).status, 404, path);
  }
});

Deno.test("the first pattern that fits decides, static paths before all", async () => {
  const handler = new App()
    .get("/x/:id", () => new Response("dynamic"))
    .post("/x/:name", () => new Response("never"))
    .get("/x/fixed", () => new Response("static"))
    .handler();
  assertEquals(await bodyOf(handler, "/x/fixed"), "static");
  assertEquals(await bodyOf(handler, "/x/fixed/"), "static");
  assertEquals((await ask(handler, "/x/1", { method: "POST" })).status, 405);
});

Deno.test("OPTIONS lists the methods of a route", async () => {
  const handler = new App().post("/a", () => new Response())
    .get("/a", () => new Response()).handler();
  const { status, headers } = await ask(handler, "/a", { method: "OPTIONS" });
  assertEquals([status, headers.get("allow")], [204, "POST, GET"]);
});

Deno.test("errors find the nearest handler, and it may give up", async () => {
  const handler = new App<unknown>()
    .use(async (ctx) => {
      const response = await ctx.next();
      response.headers.set("x-root", "1");
      return response;
    })
    .onError("*", (ctx) => ctx.text(`root ${(ctx.error as Error).message}`))
    .use("/in", (ctx) => {
      if (ctx.url.searchParams.has("mw")) throw new Error("mw");
      return ctx.next();
    })
    .onError("/in", (ctx) => {
      if (ctx.url.searchParams.has("up")) throw ctx.error;
      return ctx.text(`in ${(ctx.error as Error).message}`);
    })
    .get("/in/:id", () => {
      throw new Error("handler");
    }).handler();
  const inner = await ask(handler, "/in/1");
  assertEquals([inner.body, inner.headers.get("x-root")], ["in handler", "1"]);
  assertEquals(await bodyOf(handler, "/in/1?mw"), "in mw");
  assertEquals(await bodyOf(handler, "/in/1?up"), "root handler");
});

Deno.test("a 404 thrown by a folder's middleware is a missing page", async () => {
  const handler = new App().use((ctx) => ctx.next())
    .notFound(() => new Response("lost", { status: 404 }))
    .use("/admin", () => {
      throw new HttpError(404);
    })
    .get("/admin/cases", () => new Response("secret")).handler();
  assertEquals(await bodyOf(handler, "/admin/cases"), "lost");
});

Deno.test("several cookies of a page all reach the browser", async () => {
  const headers = [["set-cookie", "a=1"], ["set-cookie", "b=2"]];
  const handler = new App().route("/", {
    handler: { GET: () => page({}, { headers: headers as HeadersInit }) },
    component: () => <p>x</p>,
  }).handler();
  const answer = await ask(handler, "/");
  assertEquals(answer.headers.getSetCookie(), ["a=1", "b=2"]);
});

Deno.test("headers are added to answers that cannot be changed", async () => {
  const handler = new App().use(csp())
    .get("/", () => Response.redirect("http://localhost/next", 303)).handler();
  const { status, headers } = await ask(handler, "/");
  assertEquals(status, 303);
  assertStringIncludes(headers.get("content-security-policy")!, "default-src");
});

Deno.test("a redirect stays on the site unless it names another", async () => {
  const handler = new App().get("/", (ctx) => {
    return ctx.redirect(ctx.url.searchParams.get("to")!);
  }).handler();
  const cases = [
    ["/\\evil.example", "/evil.example"],
    ["///evil.example/a", "/evil.example/a"],
    ["/a?b=//c", "/a?b=//c"],
    ["relative//x", "relative//x"],
    ["/ä?q=ü", "/%C3%A4?q=%C3%BC"],
    ["/%C3%A4", "/%C3%A4"],
    ["/", "/"],
  ];
  for (const [to, expected] of cases) {
    const { headers } = await ask(handler, `/?to=${encodeURIComponent(to)}`);
    assertEquals(headers.get("location"), expected);
  }
});

Deno.test("layouts nest, skip and await in any mixture", async () => {
  const handler = new App()
    .appWrapper(({ Component }) => (
      <html>
        <head>
          <meta charset="utf-8" />
        </head>
        <body>
          <Component />
        </body>
      </html>
    ))
    .layout("*", async ({ Component }) => {
      await Promise.resolve();
      return (
        <div class="a">
          <Component />
        </div>
      );
    })
    .layout("/x", ({ Component }) => (
      <div class="b">
        <Component />
      </div>
    ))
    .layout("/x/y", async ({ Component }) => {
      await Promise.resolve();
      return (
        <div class="c">
          <Component />
        </div>
      );
    })
    .route("/x/y/z", {
      component: async ({ url }) => {
        await Promise.resolve();
        return <p>{url.pathname}</p>;
      },
    }).handler();
  assertStringIncludes(
    await bodyOf(handler, "/x/y/z"),
    '<body><div class="a"><div class="b"><div class="c"><p>/x/y/z</p></div></div></div></body>',
  );
});

Deno.test("elements that are constants of a module are rendered anew", async () => {
  const head = (
    <Head>
      <title>constant</title>
    </Head>
  );
  const style = <style>{"p{}"}</style>;
  const document = (
    <html>
      <head>
        <meta name="d" content="own" />
        {style}
      </head>
      <body>
        {head}
        <p>x</p>
      </body>
    </html>
  );
  const handler = new App().get("/", (ctx) => ctx.render(document)).handler();
  const [first, second] = [
    await bodyOf(handler, "/"),
    await bodyOf(handler, "/"),
  ];
  const nonce = /nonce="(\w+)"/;
  assertMatch(first, nonce);
  assertEquals(nonce.exec(first)![1] === nonce.exec(second)![1], false);
  assertEquals(first.replace(nonce, ""), second.replace(nonce, ""));
  assertStringIncludes(second, "<title>constant</title></head>");
});

Deno.test("Head replaces what is equal and adds the rest", async () => {
  const Seo = ({ name }: { name: string }) => (
    <Head>
      <title>{name}</title>
      <meta property="og:title" content={name} />
      <link rel="icon" href="/new.ico" />
      <script
        type="application/ld+json"
        // deno-lint-ignore react-no-danger
        dangerouslySetInnerHTML={{ __html: '{"@type":"Thing"}' }}
      />
    </Head>
  );
  const handler = new App().get("/", (ctx) =>
    ctx.render(
      <html>
        <head>
          <title>old</title>
          <meta property="og:title" content="old" />
          <link rel="icon" href="/old.ico" />
        </head>
        <body>
          <Seo name="one" />
          <Seo name="two" />
        </body>
      </html>,
    )).handler();
  const body = await bodyOf(handler, "/");
  assertStringIncludes(
    body,
    '<head><title>two</title><meta property="og:title" content="two"/>' +
      '<link rel="icon" href="/new.ico"/><script type="application/ld+json"',
  );
  assertStringIncludes(body, '>{"@type":"Thing"}</script></head>');
  assertEquals(body.match(/<title>/g)?.length, 1);
});

Deno.test("a WebSocket reaches its handler", async () => {
  const app = new App().get("/ws", (ctx) => {
    const { socket, response } = ctx.upgrade();
    socket.onmessage = ({ data }) => socket.send(`echo ${data}`);
    return response;
  });
  const server = Deno.serve({ port: 0, onListen() {} }, app.handler());
  const { port } = server.addr;
  const plain = await fetch(`http://localhost:${port}/ws`);
  assertEquals(plain.status, 400);
  await plain.body?.cancel();
  const socket = new WebSocket(`ws://localhost:${port}/ws`);
  const answer = await new Promise((done) => {
    socket.onopen = () => socket.send("hi");
    socket.onmessage = ({ data }) => done(data);
  });
  assertEquals(answer, "echo hi");
  socket.close();
  await new Promise((done) => socket.onclose = done);
  await server.shutdown();
});
