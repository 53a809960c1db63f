import { assertEquals } from "@std/assert";
import { StillLook } from "../../lib/client/still_look.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";

const PATH = "/admin/cases/MC-TEST-TEST/evidence/x";

function open(answer: () => Response | Promise<Response> = shown) {
  const asked: string[] = [];
  const drawn: string[] = [];
  const scheduler = new TestScheduler(new TestClock());
  const look = new StillLook({
    path: PATH,
    scheduler,
    draw: (image) => drawn.push(image === null ? "nothing" : "still"),
    fetch: (_, { method = "GET", cache, body, keepalive } = {}) => {
      asked.push(
        method === "GET" ? `GET ${cache}` : `${method} ${body} ${keepalive}`,
      );
      return Promise.resolve(
        method === "GET" ? answer() : new Response(null, { status: 204 }),
      );
    },
  });
  return { look, scheduler, asked, drawn };
}

function shown(): Response {
  return new Response("jpeg", { headers: { "x-look": "look" } });
}

Deno.test("M21: the bytes come when a still is held, past any cache, and go when it is let go", async () => {
  const { look, scheduler, asked, drawn } = open();
  assertEquals([look.state, asked], ["shut", []]);
  look.hold();
  assertEquals(look.state, "waiting");
  await scheduler.pass(150);
  assertEquals([look.state, drawn], ["open", ["still"]]);
  look.release();
  assertEquals([look.state, drawn], ["shut", ["still", "nothing"]]);
  assertEquals(asked, ["GET no-store", "POST look=look true"]);
});

Deno.test("M21: a touch that is no hold asks for nothing", async () => {
  const { look, scheduler, asked } = open();
  look.hold();
  await scheduler.pass(149);
  look.release();
  await scheduler.pass(60_000);
  assertEquals([look.state, asked], ["shut", []]);
});

Deno.test("M21: what arrives after it was let go is not shown, and its look ends", async () => {
  const late = Promise.withResolvers<Response>();
  const { look, scheduler, asked, drawn } = open(() => late.promise);
  look.hold();
  const passing = scheduler.pass(150);
  look.release();
  late.resolve(shown());
  await passing;
  assertEquals(look.state, "shut");
  assertEquals(drawn.includes("still"), false);
  assertEquals(asked, ["GET no-store", "POST look=look true"]);
});

Deno.test("M21: a still that is kept open shuts by itself after 30 seconds", async () => {
  const { look, scheduler, asked } = open();
  look.hold();
  await scheduler.pass(150);
  await scheduler.pass(29_999);
  assertEquals(look.state, "open");
  await scheduler.pass(1);
  assertEquals(look.state, "shut");
  assertEquals(asked.length, 2);
  look.hold();
  await scheduler.pass(150);
  await scheduler.pass(20_000);
  assertEquals(look.state, "open", "the first look's end is not the second's");
});

Deno.test("holding what is open already is one look, and a failure can be tried again", async () => {
  let status = 404;
  const { look, scheduler, asked, drawn } = open(() =>
    status === 200 ? shown() : new Response(null, { status })
  );
  look.hold();
  look.hold();
  await scheduler.pass(150);
  assertEquals([look.state, drawn], ["failed", []]);
  look.release();
  assertEquals(asked, ["GET no-store"], "no look began, so none ends");
  status = 200;
  look.hold();
  await scheduler.pass(150);
  look.hold();
  await scheduler.pass(150);
  assertEquals([look.state, asked.length], ["open", 2]);
});

Deno.test("without a connection it says that it failed", async () => {
  const { look, scheduler } = open(() => Promise.reject(new TypeError("gone")));
  look.hold();
  await scheduler.pass(150);
  assertEquals(look.state, "failed");
});
