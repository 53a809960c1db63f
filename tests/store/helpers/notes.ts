import { newId } from "../../../lib/kernel/mod.ts";
import type { ValueOf } from "../../../lib/store/mod.ts";
import type { notes } from "./collections.ts";

export type Note = ValueOf<typeof notes>;

export function note(at: number, change: Partial<Note> = {}): Note {
  return {
    id: newId(),
    author: "ann",
    about: "bob",
    topic: "tea",
    text: "hello",
    at,
    ...change,
  };
}
