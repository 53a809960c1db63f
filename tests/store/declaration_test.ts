import { assertThrows } from "@std/assert";
import { z } from "zod";
import { defineCollection, keep } from "../../lib/store/mod.ts";

const subjects = {
  owner: { of: "subjectId", show: "all", erase: "delete" },
};
const privacy = {
  purpose: "history",
  basis: "contract",
  providers: [],
  keep: { days: 1, from: "at" },
  subjects,
};
const good = {
  name: "things",
  about: "A thing",
  schema: z.object({
    id: z.string(),
    subjectId: z.string(),
    text: z.string().nullable(),
    secret: z.string(),
    bytes: z.instanceof(Uint8Array),
    at: z.number(),
  }),
  key: ["id"],
  indexes: {},
  audited: false,
  fields: {
    id: "id",
    subjectId: "subject",
    text: "given",
    secret: "secret",
    bytes: "given",
    at: "observed",
  },
  privacy,
};

const role = (change: Record<string, unknown>) => ({
  privacy: {
    ...privacy,
    subjects: { owner: { ...subjects.owner, ...change } },
  },
});
const { subjectId: _, ...nameless } = good.fields;

/** Each change of a good declaration, and what is said about it. */
const faults: Record<string, Record<string, unknown>> = {
  "its name is not snake case": { name: "Things" },
  "it does not say what a record is": { about: "" },
  "it is renewed, and has more than one person to come": {
    privacy: {
      ...privacy,
      renewed: "visit",
      subjects: { ...subjects, guest: { ...subjects.owner } },
    },
  },
  "it is renewed, and at is part of its key": {
    key: ["id", "at"],
    privacy: { ...privacy, renewed: "visit" },
  },
  "it is both audited and an audit trail": { audited: true, auditTrail: true },
  "its key has no field": { key: [] },
  "colour is not in its schema": { key: ["colour"] },
  "shape is not in its schema": { indexes: { byShape: ["shape"] } },
  "secret is secret, so it cannot be part of a key": {
    indexes: { bySecret: ["secret"] },
  },
  "subjectId has no class": { fields: nameless },
  "text has the unknown class private": {
    fields: { ...good.fields, text: "private" },
  },
  "film is not in its schema": { large: ["film"] },
  "text is large and does not take bytes": { large: ["text"] },
  "at is large and part of a key": {
    large: ["at"],
    indexes: { byTime: ["at"] },
  },
  "it does not say why it is not personal": {
    privacy: { personal: false, reason: "" },
  },
  "subjectId names a person, so it is personal": {
    privacy: { personal: false, reason: "we say so" },
  },
  "text is special, so it is personal": {
    fields: { ...good.fields, subjectId: "id", text: "special" },
    privacy: { personal: false, reason: "we say so" },
  },
  "it is personal and names nobody": { privacy: { ...privacy, subjects: {} } },
  "it is personal, so its end is privacy.keep": {
    ends: { days: 1, from: "at" },
  },
  "text has no role": { fields: { ...good.fields, text: "subject" } },
  "points to id, which is not of class subject": {
    privacy: {
      ...privacy,
      subjects: { ...subjects, other: { ...subjects.owner, of: "id" } },
    },
  },
  "shows colour, which is not in its schema": role({ show: ["colour"] }),
  "shows secret, which is secret": role({ show: ["secret"] }),
  "gives at, which is not of class given": role({ gives: ["at"] }),
  "is kept and does not say why": role({
    erase: keep("", { days: 1, from: "at" }),
  }),
  "is kept, but its period is not a positive length": role({
    erase: keep("x", { days: 0, from: "at" }),
  }),
  "cannot be unlinked: subjectId may not be null": role({ erase: "unlink" }),
  "cannot be unlinked: secret may not be null": {
    ...role({ erase: "unlink", clears: ["secret"] }),
    schema: good.schema.extend({ subjectId: z.string().nullable() }),
  },
  "cannot be unlinked: subjectId is part of the key": {
    ...role({ erase: "unlink" }),
    key: ["subjectId"],
  },
  "its period is not a positive length": {
    privacy: { ...privacy, keep: { days: -1, from: "at" } },
  },
  "its period starts from noon, which is not in its schema": {
    privacy: { ...privacy, keep: { days: 1, from: "noon" } },
  },
  "it does not say why it is written despite erasure": { despiteErasure: "" },
  "it is both erased first and written despite erasure": {
    despiteErasure: "a reason",
    erasedFirst: true,
  },
};

Deno.test("a good declaration is accepted", () => {
  defineCollection(good as never);
});

for (const [fault, change] of Object.entries(faults)) {
  Deno.test(`a declaration is refused by name: ${fault}`, () => {
    assertThrows(
      () => defineCollection({ ...good, ...change } as never),
      TypeError,
      fault,
    );
  });
}
