import { assert, assertEquals } from "@std/assert";
import { translator } from "../../lib/i18n/mod.ts";
import {
  type AccountId,
  DAY,
  HOUR,
  MINUTE,
  newAccountId,
} from "../../lib/kernel/mod.ts";
import {
  addMail,
  listNotices,
  type Mailer,
  mailWaitsSince,
  type NewMail,
  putWish,
  Sender,
} from "../../lib/notices/mod.ts";
import { mails, mailWishes } from "../../lib/notices/records.ts";
import { openStore } from "../../lib/store/mod.ts";
import { TestClock } from "../helpers/clock.ts";

type Delivery = Awaited<ReturnType<Mailer["send"]>>;

const SENT: Delivery = { ok: true };
const LATER: Delivery = { ok: false, final: false, error: "full" };
const NEVER: Delivery = { ok: false, final: true, error: "unknown" };

const KIM = newAccountId();

/** An outbox whose way out answers as it is told, and else takes everything. */
async function openOutbox(...answers: Delivery[]) {
  const clock = new TestClock();
  const store = await openStore({ at: ":memory:", clock });
  const letters: string[] = [];
  const faults: string[] = [];
  let address: string | null = "kim@example.org";
  let reads: string | null = null;
  const sender = () =>
    new Sender({
      ...{ store, clock, origin: "https://millo.example" },
      mailer: {
        send: ({ to, subject }) => {
          letters.push(`${to}: ${subject}`);
          return Promise.resolve(answers.shift() ?? SENT);
        },
        takes: () => Promise.resolve(true),
        close: () => {},
      },
      addressOf: (id) => Promise.resolve(id === KIM ? address : null),
      localeOf: () => Promise.resolve(reads),
      onError: (what) => faults.push(what),
    });
  const put = async (mail: Partial<NewMail<"code">> = {}) => {
    const write = store.write();
    addMail(write, {
      ...{ to: null, accountId: KIM, template: "code", locale: "en" },
      ...{ values: { code: "482913", minutes: 10 }, now: clock.now() },
      ...mail,
    });
    assert((await write.commit()).ok);
  };
  const news = async (accountId: AccountId = KIM) => {
    const write = store.write();
    addMail(write, {
      ...{ to: null, accountId, template: "news", locale: "en" },
      ...{ values: { title: "News", text: "More." }, now: clock.now() },
    });
    assert((await write.commit()).ok);
  };
  const wish = async (wanted: boolean) => {
    const write = store.write();
    const at = clock.now();
    const said = { accountId: KIM, topic: "news", wanted, at } as const;
    await putWish(store, write, said);
    assert((await write.commit()).ok);
  };
  return {
    ...{ clock, store, letters, faults, put, news, wish, sender },
    one: sender(),
    forget: () => address = null,
    /** From now on Kim reads Millo in this language. */
    read: (locale: string) => reads = locale,
    left: async () => (await store.all(mails, { limit: 99 })).items,
    [Symbol.asyncDispose]: () => store.close(),
  };
}

const NOTHING = { sent: 0, dropped: 0, failed: 0, gaveUp: 0 };
const CODE = "kim@example.org: 482913 is your code for Millo";

Deno.test("a mail that was sent is gone, and a run without mail does nothing", async () => {
  await using box = await openOutbox();
  assertEquals(await box.one.run(), NOTHING);
  await box.put();
  assertEquals(await box.one.run(), { ...NOTHING, sent: 1 });
  assertEquals(box.letters, [CODE]);
  assertEquals(await box.left(), []);
});

Deno.test("a mail that failed is tried when its pause is over, and not before", async () => {
  await using box = await openOutbox(LATER, LATER);
  await box.put();
  assertEquals(await box.one.run(), { ...NOTHING, failed: 1 });
  for (const pause of [2 * MINUTE, 10 * MINUTE]) {
    box.clock.pass(pause - 1);
    assertEquals(await box.one.run(), NOTHING);
    box.clock.pass(1);
    await box.one.run();
  }
  assertEquals([box.letters.length, await box.left()], [3, []]);
  assertEquals(box.faults, []);
});

Deno.test("a mail is given up after its last try, loudly, and its person told", async () => {
  const tries = Array.from({ length: 7 }, () => LATER);
  await using box = await openOutbox(...tries);
  await box.put();
  const tallies = [];
  for (const pause of [0, ...[2, 10, 60, 240, 720, 1_440, 1_440]]) {
    box.clock.pass(pause * MINUTE);
    tallies.push(await box.one.run());
  }
  assertEquals(tallies.map(({ failed, gaveUp }) => [failed, gaveUp]), [
    ...Array.from({ length: 6 }, () => [1, 0]),
    [0, 1],
    [0, 0],
  ]);
  assertEquals(box.faults.length, 1);
  const { notices } = await listNotices(box.store, KIM, 1);
  assertEquals(notices.map(({ template }) => template), ["mailFailed"]);
});

Deno.test("an address that never takes mail is given up at once", async () => {
  await using box = await openOutbox(NEVER);
  await box.put();
  assertEquals(await box.one.run(), { ...NOTHING, gaveUp: 1 });
  box.clock.pass(30 * HOUR);
  assertEquals(await box.one.run(), NOTHING);
  assertEquals(box.letters.length, 1);
});

Deno.test("who has no account is written to, and told nothing in an inbox", async () => {
  await using box = await openOutbox(NEVER);
  const to = "ann@example.org";
  await box.put({ accountId: null, to });
  assertEquals(await box.one.run(), { ...NOTHING, gaveUp: 1 });
  assertEquals(box.letters.map((letter) => letter.split(":")[0]), [to]);
});

Deno.test("an address that was given for this mail goes before that of the account", async () => {
  await using box = await openOutbox();
  await box.put({ to: "new@example.org" });
  await box.one.run();
  assertEquals(box.letters[0].split(":")[0], "new@example.org");
});

Deno.test("without an address, and for an account that is gone, mail is dropped", async () => {
  await using box = await openOutbox();
  await box.put({ accountId: newAccountId() });
  assertEquals(await box.one.run(), { ...NOTHING, dropped: 1 });
  box.forget();
  await box.put();
  assertEquals(await box.one.run(), { ...NOTHING, dropped: 1 });
  assertEquals([box.letters, await box.left()], [[], []]);
});

Deno.test("what is too late is not sent, though it was put in time", async () => {
  await using box = await openOutbox();
  const usefulUntil = box.clock.now() + 10 * MINUTE;
  await box.put({ usefulUntil });
  box.clock.pass(10 * MINUTE);
  assertEquals(await box.one.run(), { ...NOTHING, dropped: 1 });
  await box.put({ usefulUntil: box.clock.now() + 1 });
  assertEquals(await box.one.run(), { ...NOTHING, sent: 1 });
});

Deno.test("a mail that fails and would come too late next time is given up now", async () => {
  await using box = await openOutbox(LATER);
  await box.put({ usefulUntil: box.clock.now() + 2 * MINUTE });
  assertEquals(await box.one.run(), { ...NOTHING, gaveUp: 1 });
});

Deno.test("a wish counts at the moment of sending, not of writing", async () => {
  await using box = await openOutbox();
  await box.news();
  assertEquals(await box.one.run(), { ...NOTHING, dropped: 1 });
  await box.wish(true);
  await box.news();
  assertEquals(await box.one.run(), { ...NOTHING, sent: 1 });
  await box.news();
  await box.wish(false);
  assertEquals(await box.one.run(), { ...NOTHING, dropped: 1 });
});

Deno.test("a wish lives on while mail goes by it, noted once in 30 days", async () => {
  await using box = await openOutbox();
  await box.wish(true);
  const noted = async () =>
    (await box.store.get(mailWishes, [KIM, "news"]))!.value.at;
  const first = await noted();
  box.clock.pass(30 * DAY);
  await box.news();
  await box.one.run();
  assertEquals(await noted(), first);
  box.clock.pass(1);
  await box.news();
  await box.one.run();
  assertEquals(await noted(), first + 30 * DAY + 1);
});

Deno.test("two senders at once make one try of each mail", async () => {
  await using box = await openOutbox();
  for (let n = 0; n < 5; n++) await box.put();
  const tallies = await Promise.all([box.one.run(), box.sender().run()]);
  assertEquals(box.letters.length, 5);
  assertEquals(tallies[0].sent + tallies[1].sent, 5);
});

Deno.test("a run that is asked for during a run looks again for what came meanwhile", async () => {
  await using box = await openOutbox();
  await box.put();
  const first = box.one.run();
  await box.put();
  const second = box.one.run();
  assertEquals(await first, await second);
  assertEquals([box.letters.length, await box.left()], [2, []]);
});

Deno.test("one run sends fifty, the next what is left", async () => {
  await using box = await openOutbox();
  for (let n = 0; n < 53; n++) await box.put();
  assertEquals((await box.one.run()).sent, 50);
  assertEquals((await box.one.run()).sent, 3);
});

Deno.test("an urgent mail that comes during a run goes before the rest of it", async () => {
  await using box = await openOutbox();
  const to = (name: string) => `${name}@example.org`;
  for (const name of ["a", "b", "c"]) {
    await box.put({ accountId: null, to: to(name) });
    box.clock.pass(1);
  }
  const { mailer } = box.one.options;
  const { send } = mailer;
  let alert: Promise<unknown> | undefined;
  mailer.send = async (letter) => {
    // Whoever adds one while the sender runs makes it look again.
    alert ??= box.put({ accountId: null, to: to("alert"), urgent: true });
    await alert;
    void box.one.run();
    return await send(letter);
  };
  await box.one.run();
  const names = box.letters.map((letter) => letter.split("@")[0]);
  assertEquals(names, ["a", "alert", "b", "c"]);
});

Deno.test("mail waits since it was due, or was written where it goes first", async () => {
  await using box = await openOutbox(LATER);
  const since = () => mailWaitsSince(box.store, box.clock.now());
  assertEquals(await since(), null);
  await box.put();
  const written = box.clock.now();
  box.clock.pass(MINUTE);
  assertEquals(await since(), written);
  await box.one.run();
  assertEquals(await since(), null, "its next try is not due yet");
  await box.put({ urgent: true });
  box.clock.pass(MINUTE);
  assertEquals(await since(), box.clock.now() - MINUTE);
});

Deno.test("a mail without a language is in the one that its person reads when it is sent", async () => {
  await using box = await openOutbox();
  const write = box.store.write();
  const mail = {
    to: null,
    accountId: KIM,
    template: "decisionUndone",
  } as const;
  addMail(write, { ...mail, values: { decision: "d" }, now: box.clock.now() });
  assert((await write.commit()).ok);
  box.clock.pass(1);
  await box.put({ locale: "en" });
  box.read("en-XA");
  await box.one.run();
  const [undone, code] = box.letters.map((letter) => letter.split(": ")[1]);
  const t = translator("en-XA");
  assertEquals(undone, t("notice.decisionUndone.title"));
  assertEquals(code, "482913 is your code for Millo", "as it was asked for");
});

Deno.test("whose language nobody knows is written to in English", async () => {
  await using box = await openOutbox();
  await box.put({ locale: null });
  await box.put({ locale: null, accountId: null, to: "ann@example.org" });
  await box.one.run();
  for (const letter of box.letters) {
    assertEquals(letter.split(": ")[1], "482913 is your code for Millo");
  }
});

Deno.test("started, it sends at the very commit; stopped, no more, and the way out is shut", async () => {
  await using box = await openOutbox();
  let isShut = false;
  box.one.options.mailer.close = () => void (isShut = true);
  box.one.start();
  await box.put();
  await box.one.stop();
  assertEquals([box.letters, isShut], [[CODE], true]);
  await box.put();
  assertEquals(box.letters.length, 1);
});
