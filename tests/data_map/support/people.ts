import { newId } from "../../../lib/kernel/mod.ts";
import type { Store } from "../../../lib/store/mod.ts";
import {
  doors,
  notes,
  pictures,
  verdicts,
} from "../../store/support/collections.ts";

export const ANN = "ann7k2m9x4q8w1r5t3y6p0zbcd";
export const BOB = "b0bd5h8f2j6n1v4s9g3c7e0tqw";

/** Records of every kind about a person, some with another one in them. */
export async function settle(
  store: Store,
  person: string,
  other: string,
  at: number,
) {
  for (let n = 0; n < 12; n++) {
    const about = n % 3 === 0 ? other : null;
    await store.write().add(notes, {
      id: `${person}-note-${n}`,
      author: person,
      about,
      topic: "tea",
      text: `text ${n}`,
      at,
    }).add(doors, {
      door: `${person}-door-${n}`,
      secret: newId(),
      person,
      at,
    }).commit();
  }
  await store.write().add(verdicts, {
    id: `${person}-verdict`,
    person,
    note: "warned",
    at,
  }).add(pictures, {
    person,
    bytes: new Uint8Array(150_000).fill(7),
    at,
  }).commit();
}
