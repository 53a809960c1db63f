import { assert, assertEquals, assertRejects } from "@std/assert";
import { type Millo, openMillo, ROOMS, type Rooms } from "../../lib/app/mod.ts";
import { ConfigError, parseConfig } from "../../lib/config/mod.ts";
import { addMail } from "../../lib/notices/mod.ts";
import { mails } from "../../lib/notices/records.ts";
import { FolderError, openStore } from "../../lib/store/mod.ts";
import { configOf } from "../helpers/app.ts";
import { KV_CLIENT } from "../../lib/store/inside.ts";
import { TestClock, TestScheduler } from "../helpers/clock.ts";
import { eventually } from "../helpers/processes.ts";
import { withFolder } from "../store/helpers/backends.ts";

type RoomName = keyof Rooms;

const NAMES = Object.keys(ROOMS) as RoomName[];

/** Settings of a site on a file, which sends mail to a port that is closed. */
function settings(folder: string) {
  return configOf({
    MILLO_DATA: folder,
    MILLO_KV: `${folder}/millo.kv`,
    MILLO_SMTP_URL: "smtp://127.0.0.1:1",
    MILLO_MAIL_FROM: "millo@millo.example",
    MILLO_ORIGIN: "http://localhost:8000",
  });
}

/** The rooms, of which one opens as ever and then fails. */
function failingAfter(name: RoomName): Rooms {
  const open = ROOMS[name] as (...given: unknown[]) => unknown;
  const fail = () => {
    throw new Error(`${name} is out of order`);
  };
  const opens = (...given: unknown[]) => {
    const opened = open(...given);
    return opened instanceof Promise ? opened.then(fail) : fail();
  };
  return { ...ROOMS, [name]: opens };
}

/** What is left in the store, and that nobody else has its folder. */
async function leftIn(folder: string, clock: TestClock): Promise<string[]> {
  const store = await openStore({ at: `${folder}/millo.kv`, clock });
  const entries = await Array.fromAsync(
    store[KV_CLIENT].kv.list({ prefix: [] }),
  );
  await store.close();
  return entries.map(({ key }) => key.slice(0, 3).join("/"));
}

// Deno itself fails these tests on a timer, a socket or a file that stays.
for (const name of NAMES) {
  Deno.test(`when ${name} fails, everything before it is closed`, async () => {
    await withFolder(async (folder) => {
      const clock = new TestClock();
      const scheduler = new TestScheduler(clock);
      const rooms = failingAfter(name);
      const config = settings(folder);
      await assertRejects(
        () => openMillo({ config, clock, scheduler, rooms }),
        Error,
        `${name} is out of order`,
      );
      assertEquals(scheduler.size, 0);
      const left = await leftIn(folder, clock);
      assertEquals(left.filter((key) => key.includes("leases")), []);
    });
  });
}

Deno.test("every room that opens is closed, the last one first", async () => {
  await withFolder(async (folder) => {
    const clock = new TestClock();
    const scheduler = new TestScheduler(clock);
    const order: string[] = [];
    const rooms = Object.fromEntries(NAMES.map((name) => {
      const open = ROOMS[name] as (...given: unknown[]) => unknown;
      return [
        name,
        (opening: Parameters<Rooms["openStore"]>[0], ...rest: []) => {
          opening.closing.defer(() => void order.push(name));
          return open(opening, ...rest);
        },
      ];
    })) as unknown as Rooms;
    const config = settings(folder);
    const millo = await openMillo({ config, clock, scheduler, rooms });
    assertEquals(order, []);
    assert(scheduler.size > 0);
    await millo.close();
    assertEquals(order, NAMES.toReversed());
    assertEquals(scheduler.size, 0);
    // A second time does nothing.
    await millo.close();
    assertEquals(order.length, NAMES.length);
  });
});

Deno.test("once closed, no new mail is taken to be sent", async () => {
  await withFolder(async (folder) => {
    const clock = new TestClock();
    const scheduler = new TestScheduler(clock);
    const config = settings(folder);
    await using outer = new AsyncDisposableStack();
    await using closing = new AsyncDisposableStack();
    const store = await ROOMS.openStore({
      ...{ config, clock, scheduler },
      closing: outer,
    });
    ROOMS.openSender({ config, clock, scheduler, closing }, store);
    const write = async () => {
      const written = store.write();
      addMail(written, {
        ...{ to: "ada@example.org", accountId: null, locale: "en" },
        ...{ template: "code", values: { code: "1", minutes: 10 } },
        now: clock.now(),
      });
      assert((await written.commit()).ok);
    };
    const tries = async () =>
      (await store.all(mails, { limit: 9 })).items.map(({ value }) =>
        value.tries
      ).toSorted();
    await write();
    await eventually(
      async () => (await tries())[0] === 1,
      "the first is tried",
    );
    await closing.disposeAsync();
    await write();
    for (let n = 0; n < 5; n++) await store.ping();
    assertEquals(await tries(), [0, 1]);
  });
});

Deno.test("a folder that another Millo uses is left to it", async () => {
  await withFolder(async (folder) => {
    const clock = new TestClock();
    const open = () =>
      openMillo({
        config: settings(folder),
        clock,
        scheduler: new TestScheduler(clock),
      });
    const first = await open();
    await assertRejects(open, FolderError);
    assert(await first.store.ping() >= 0);
    await first.close();
    const second = await open();
    await second.close();
  });
});

Deno.test("a tombstone file that cannot be read closes the store again", async () => {
  await withFolder(async (folder) => {
    const clock = new TestClock();
    await Deno.mkdir(`${folder}/tombstones.log`);
    await assertRejects(() =>
      openMillo({
        config: settings(folder),
        clock,
        scheduler: new TestScheduler(clock),
      })
    );
    await leftIn(folder, clock);
  });
});

Deno.test("without a media server nothing is opened", async () => {
  await withFolder(async (folder) => {
    const config = parseConfig({
      MILLO_MODE: "development",
      MILLO_DATA: folder,
    });
    await assertRejects(
      () => openMillo({ config }),
      ConfigError,
      "LIVEKIT_URL",
    );
    assertEquals(await Array.fromAsync(Deno.readDir(folder)), []);
  });
});

Deno.test("the site's jobs are all there are, less mail where none is sent", async () => {
  const clock = new TestClock();
  const open = async (more: Record<string, string>): Promise<Millo> =>
    await openMillo({
      config: configOf(more),
      clock,
      scheduler: new TestScheduler(clock),
    });
  const mute = await open({});
  const { jobs } = mute.jobs.options;
  const given = Object.entries(jobs).filter(([, job]) => job !== undefined);
  await mute.close();
  assertEquals(given.map(([name]) => name), [
    "alerts",
    "sweep",
    "calls",
    "erasures",
    "checkpoints",
    "verification",
    "bans",
    "checks",
    "outcomes",
  ]);
});
