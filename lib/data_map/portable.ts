import { z } from "zod";
import type { Collection } from "../store/mod.ts";
import { type DataMapDeps, isOver, recordsAbout, rolesIn } from "./deps.ts";
import { classesOf, givenBy, personal } from "./spec_of.ts";
import { withLargeFields } from "./with_large_fields.ts";

export interface PortableData {
  format: "millo-portable-1";
  /** Records by collection, with the fields that the person supplied. */
  collections: Record<string, Record<string, unknown>[]>;
}

/**
 * What a person supplied, to take elsewhere (portability, Article 20 GDPR):
 * valid by `portableSchema`. Bytes are base64. Purposes that rest on neither
 * consent nor contract are left out, as the article says.
 */
export async function portable(
  deps: DataMapDeps,
  subjectId: string,
): Promise<PortableData> {
  const now = deps.clock.now();
  const collections: PortableData["collections"] = {};
  for (const collection of deps.collections.filter(isPortable)) {
    const records: Record<string, unknown>[] = [];
    for await (const record of recordsAbout(deps, subjectId, collection)) {
      if (record.quarantined || isOver(record, now)) continue;
      const roles = rolesIn(record, subjectId).map(({ role }) => role);
      const fields = givenBy(collection, roles);
      const value = fields.length > 0 &&
        await withLargeFields(deps, record, fields);
      if (value) records.push(pick(value, fields));
    }
    if (records.length > 0) collections[collection.name] = records;
  }
  return { format: "millo-portable-1", collections };
}

/** The published JSON Schema of `portable`. */
export function portableSchema(
  collections: readonly Collection[],
): Record<string, unknown> {
  const properties = Object.fromEntries(
    collections.filter(isPortable).map((collection) => [
      collection.name,
      { type: "array", items: recordSchema(collection) },
    ]),
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "What a person supplied to Millo",
    type: "object",
    properties: {
      format: { const: "millo-portable-1" },
      collections: {
        type: "object",
        properties,
        additionalProperties: false,
      },
    },
    required: ["format", "collections"],
    additionalProperties: false,
  };
}

function isPortable(collection: Collection): boolean {
  const basis = personal(collection)?.basis;
  return (basis === "consent" || basis === "contract") &&
    Object.values(classesOf(collection)).includes("given");
}

function recordSchema(collection: Collection): Record<string, unknown> {
  const classes = classesOf(collection);
  const given = Object.keys(classes).filter((name) =>
    classes[name] === "given"
  );
  const { shape } = collection.spec.schema;
  const picked = z.object(
    Object.fromEntries(given.map((name) => [name, shape[name]])),
  ).partial();
  const schema = z.toJSONSchema(picked, {
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type !== "custom") return;
      jsonSchema.type = "string";
      jsonSchema.contentEncoding = "base64";
    },
  }) as Record<string, unknown>;
  delete schema.$schema;
  return { ...schema, additionalProperties: false };
}

function pick(
  value: Record<string, unknown>,
  fields: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(fields.map((name) => {
    const field = value[name];
    return [name, field instanceof Uint8Array ? field.toBase64() : field];
  }));
}
