import { assert, assertEquals } from "@std/assert";
import { z } from "zod";
import { notes, pictures } from "../store/helpers/collections.ts";
import { note } from "../store/helpers/notes.ts";
import { ANN, BOB, settle } from "./helpers/people.ts";
import { withWorld } from "./helpers/world.ts";

Deno.test("an export has all of a person, role by role, and nobody else", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    await settle(store, BOB, ANN, clock.now());
    const first = await map.export(ANN);
    const of = (name: string) =>
      first.collections.find((collection) => collection.name === name)!.records;
    assertEquals(of("notes").length, 16);
    assertEquals(of("doors").length, 12);
    const about = of("notes").filter(({ roles }) => roles.includes("about"));
    assertEquals(about.map(({ fields }) => Object.keys(fields)), [
      ["at"],
      ["at"],
      ["at"],
      ["at"],
    ]);
    assertEquals(
      of("pictures")[0].fields.bytes,
      new Uint8Array(150_000).fill(7),
    );
    assert(of("doors").every(({ fields }) => !("secret" in fields)));
    const text = JSON.stringify(first);
    assertEquals(text.includes(BOB), false);
    assertEquals(text.includes(ANN), true);
    const names = [...text.matchAll(/person-[0-9a-f]{16}/g)].map(([name]) =>
      name
    );
    assertEquals(new Set(names).size, 1);
    const second = JSON.stringify(await map.export(ANN));
    assertEquals(second.includes(names[0]), false);
  });
});

Deno.test("a person corrects what they gave, and nothing else", async () => {
  await withWorld(async ({ store, clock, map }) => {
    const value = note(clock.now(), { author: ANN, about: BOB });
    await store.write().create(notes, value).commit();
    const correct = (subjectId: string, changes: Record<string, unknown>) =>
      map.rectify(subjectId, { collection: "notes", key: [value.id], changes });
    let woken = 0;
    store.subscribe("rectified", () => woken++);
    assertEquals((await correct(ANN, { topic: "milk", text: "new" })).ok, true);
    assertEquals(woken, 1);
    const milk = { of: ["milk"], limit: 5 };
    const [found] = (await store.list(notes, "byTopic", milk)).items;
    assertEquals(found.value.text, "new");
    const tea = { of: ["tea"], limit: 5 };
    assertEquals((await store.list(notes, "byTopic", tea)).items, []);
    assertEquals(await correct(ANN, { at: 1, id: "x" }), {
      ok: false,
      refusal: { reason: "not-given", fields: ["at", "id"] },
    });
    assertEquals(await correct(BOB, { text: "mine" }), {
      ok: false,
      refusal: { reason: "not-given", fields: ["text"] },
    });
    assertEquals(await correct("cleo", { text: "mine" }), {
      ok: false,
      refusal: { reason: "none" },
    });
    const invalid = await correct(ANN, { text: 7 });
    assert(!invalid.ok && invalid.refusal.reason === "invalid");
  });
});

Deno.test("what a person takes along is theirs and fits the schema", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await settle(store, ANN, BOB, clock.now());
    await settle(store, BOB, ANN, clock.now());
    const taken = await map.portable(ANN);
    assertEquals(Object.keys(taken.collections).toSorted(), [
      "notes",
      "pictures",
    ]);
    assertEquals(taken.collections.notes.length, 12);
    assertEquals(Object.keys(taken.collections.notes[0]), ["topic", "text"]);
    assertEquals(typeof taken.collections.pictures[0].bytes, "string");
    const schema = z.fromJSONSchema(map.portableSchema() as never);
    schema.parse(JSON.parse(JSON.stringify(taken)));
    const wrong = structuredClone(taken);
    wrong.collections.notes[0].at = 7;
    assertEquals(schema.safeParse(wrong).success, false);
  });
});

Deno.test("a restriction stops all but what the law allows", async () => {
  await withWorld(async ({ map }) => {
    assertEquals(await map.mayProcess(ANN, "call"), true);
    assertEquals((await map.restrict(ANN)).ok, true);
    assertEquals(await map.mayProcess(ANN, "call"), false);
    assertEquals(await map.mayProcess(ANN, "history"), false);
    assertEquals(await map.mayProcess(ANN, "safety"), true);
    assertEquals(await map.mayProcess(BOB, "call"), true);
    await map.restrict(ANN, false);
    assertEquals(await map.mayProcess(ANN, "call"), true);
  });
});

Deno.test("an objection stops one purpose, where the law gives one", async () => {
  await withWorld(async ({ map }) => {
    assertEquals((await map.object(ANN, "safety")).ok, true);
    assertEquals(await map.mayProcess(ANN, "safety"), false);
    assertEquals(await map.mayProcess(ANN, "history"), true);
    await map.object(ANN, "safety", false);
    assertEquals(await map.mayProcess(ANN, "safety"), true);
    assertEquals(await map.object(ANN, "history"), {
      ok: false,
      refusal: "basis",
    });
  });
});

Deno.test("nothing may be done with the data of an erased person", async () => {
  await withWorld(async ({ store, clock, map }) => {
    await store.write().create(pictures, {
      subjectId: ANN,
      bytes: null,
      at: clock.now(),
    }).commit();
    await map.restrict(ANN);
    await map.erase(ANN);
    assertEquals(await map.mayProcess(ANN, "safety"), false);
    assertEquals(await map.restrict(ANN), { ok: false, refusal: "erased" });
  });
});
