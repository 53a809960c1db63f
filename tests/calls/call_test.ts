import { assertEquals } from "@std/assert";
import { ended, newCall, otherThan, seatOf } from "../../lib/calls/mod.ts";
import { newAccountId } from "../../lib/kernel/mod.ts";

const NOW = 1_000_000;
const [ADA, BEN, EVE] = [newAccountId(), newAccountId(), newAccountId()];

Deno.test("a new call is open, and each name in it is its own", () => {
  const call = newCall(ADA, BEN, NOW);
  assertEquals([call.startedAt, call.endedAt, call.openSince], [
    NOW,
    null,
    NOW,
  ]);
  const names = [call.id, call.room, call.identityA, call.identityB, ADA, BEN];
  assertEquals(new Set(names).size, names.length);
});

Deno.test("two calls of the same two people share no name", () => {
  const [one, two] = [newCall(ADA, BEN, NOW), newCall(ADA, BEN, NOW)];
  for (const name of ["id", "room", "identityA", "identityB"] as const) {
    assertEquals(one[name] === two[name], false, name);
  }
});

Deno.test("each side has a seat with its own identity and nothing of the other", () => {
  const call = newCall(ADA, BEN, NOW);
  const { id, room, identityA, identityB } = call;
  assertEquals(seatOf(call, ADA), { call: id, room, identity: identityA });
  assertEquals(seatOf(call, BEN), { call: id, room, identity: identityB });
});

Deno.test("nobody else has a seat, nor the erased", () => {
  const call = newCall(ADA, BEN, NOW);
  assertEquals(seatOf(call, EVE), null);
  assertEquals(seatOf({ ...call, a: null }, ADA), null);
});

Deno.test("the other is the other, for both sides, and nobody once erased", () => {
  const call = newCall(ADA, BEN, NOW);
  assertEquals([otherThan(call, ADA), otherThan(call, BEN)], [BEN, ADA]);
  assertEquals(otherThan({ ...call, b: null }, ADA), null);
});

Deno.test("an ended call is open no more, and otherwise the same", () => {
  const call = newCall(ADA, BEN, NOW);
  assertEquals(ended(call, NOW + 90_000), {
    ...call,
    endedAt: NOW + 90_000,
    openSince: null,
  });
});
