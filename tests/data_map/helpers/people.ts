import { newId } from "../../../lib/kernel/mod.ts";
import type { Store } from "../../../lib/store/mod.ts";
import {
  doors,
  notes,
  pictures,
  verdicts,
} from "../../store/helpers/collections.ts";

export const ANN = "ann7k2m9x4q8w1r5t3y6p0zbcd";
export const BOB = "b0bd5h8f2j6n1v4s9g3c7e0tqw";

/** Records of every kind about a person, some with another one in them. */
export async function settle(
  store: Store,
  subjectId: string,
  other: string,
  at: number,
) {
  for (let n = 0; n < 12; n++) {
    const about = n % 3 === 0 ? other : null;
    await store.write().add(notes, {
      id: `${subjectId}-note-${n}`,
      author: subjectId,
      about,
      topic: "tea",
      text: `text ${n}`,
      at,
    }).add(doors, {
      door: `${subjectId}-door-${n}`,
      secret: newId(),
      subjectId,
      at,
    }).commit();
  }
  await store.write().add(verdicts, {
    id: `${subjectId}-verdict`,
    subjectId,
    note: "warned",
    at,
  }).add(pictures, {
    subjectId,
    bytes: new Uint8Array(150_000).fill(7),
    at,
  }).commit();
}
