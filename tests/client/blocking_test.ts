import { assertEquals } from "@std/assert";
import { Blocking } from "../../lib/client/blocking.ts";

const [CALL, NEXT] = ["c".repeat(26), "n".repeat(26)];

/** A page whose server answers when it is told to. */
function openPage() {
  const asked: string[] = [];
  const answers: ((response: Response | null) => void)[] = [];
  const blocking = new Blocking((path) => {
    asked.push(String(path));
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    answers.push((response) =>
      response ? resolve(response) : reject(new TypeError("no connection"))
    );
    return promise;
  });
  return { asked, answers, blocking };
}

const done = () => new Response(null, { status: 204 });

Deno.test("a block is sent once, and said once it is there", async () => {
  const { asked, answers, blocking } = openPage();
  const sent = blocking.block(CALL);
  await blocking.block(CALL);
  assertEquals(blocking.state, "sending");
  answers[0](done());
  await sent;
  assertEquals(blocking.state, "done");
  await blocking.block(CALL);
  assertEquals(asked, [`/account/history/${CALL}/block`]);
});

Deno.test("a block that did not arrive is said, and can be tried again", async () => {
  const { answers, blocking } = openPage();
  for (const answer of [null, new Response(null, { status: 503 })]) {
    const sent = blocking.block(CALL);
    answers.shift()!(answer);
    await sent;
    assertEquals(blocking.state, "failed");
  }
  const sent = blocking.block(CALL);
  answers.shift()!(done());
  await sent;
  assertEquals(blocking.state, "done");
});

Deno.test("an answer that comes late says nothing about the next call", async () => {
  const { answers, blocking } = openPage();
  const sent = blocking.block(CALL);
  blocking.forget();
  assertEquals(blocking.state, "none");
  answers[0](done());
  await sent;
  assertEquals(blocking.state, "none");
  const next = blocking.block(NEXT);
  answers[1](done());
  await next;
  assertEquals(blocking.state, "done");
});
