import { assert } from "@std/assert";
import { waitingFor } from "../../lib/http/mod.ts";
import type { State } from "../../lib/http/state.ts";
import { findStaff } from "../../lib/staff/mod.ts";
import { openApp } from "../helpers/app.ts";
import { addStaff } from "../helpers/staff.ts";

Deno.test("what waits is counted once a request, and anew in the next", async () => {
  await using app = await openApp();
  const { millo, clock } = app;
  const { token } = await addStaff(millo, ["moderator"]);
  const staff = (await findStaff(millo.store, token, clock.now()))!;
  const state = { millo } as State;
  const first = waitingFor(state, staff);
  assert(waitingFor(state, staff) === first);
  const next = waitingFor({ millo } as State, staff);
  assert(next !== first);
  await Promise.all([first, next]);
});
