import { zipSync } from "fflate";
import { z } from "zod";
import type {
  DataMap,
  ExportedCollection,
  PersonExport,
} from "../data_map/mod.ts";
import type { Translate } from "../i18n/mod.ts";
import { sha256 } from "../kernel/mod.ts";
import { aboutCopy } from "./about.ts";
import { csvOf } from "./csv.ts";
import { indexPage } from "./index_page.ts";

type Files = Record<string, Uint8Array>;

/**
 * A copy of everything that is kept about a person, as a ZIP: a page to read,
 * the answers of Article 15, and each collection as JSON and CSV with its JSON
 * Schema. The manifest names every other file with its SHA-256.
 */
export async function makeCopy(
  dataMap: DataMap,
  person: string,
  { t, locale }: { t: Translate; locale: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const made = await dataMap.export(person);
  const copy = { ...made, collections: made.collections.map(inText) };
  const about = aboutCopy(
    copy,
    { register: dataMap.register(), table: dataMap.policyTable() },
    t,
  );
  const files: Files = {
    "index.html": text(indexPage(about, copy.collections, t, locale)),
    "about.json": json(about),
    "portable.json": json(await dataMap.portable(person)),
    "schema/portable.json": json(dataMap.portableSchema()),
    ...filesOf(dataMap, copy),
    ...picturesIn(made),
  };
  files["manifest.json"] = json(manifestOf(files, about.madeAt));
  return zipSync(files, { level: 6 }) as Uint8Array<ArrayBuffer>;
}

function filesOf(dataMap: DataMap, copy: PersonExport): Files {
  const files: Files = {};
  for (const { name, records } of copy.collections) {
    const rows = records.map(({ fields }) => fields);
    files[`data/${name}.json`] = json(records);
    files[`data/${name}.csv`] = text(csvOf(rows));
    files[`schema/${name}.json`] = json(schemaOf(dataMap, name, rows));
  }
  return files;
}

/** Bytes of pictures also as files, because nobody reads base64. */
function picturesIn({ collections }: PersonExport): Files {
  const files: Files = {};
  for (const { name, records } of collections) {
    records.forEach(({ fields }, n) => {
      for (const [field, value] of Object.entries(fields)) {
        if (!(value instanceof Uint8Array)) continue;
        const ending = value[0] === 0xff && value[1] === 0xd8 ? "jpg" : "bin";
        files[`data/${name}-${n + 1}-${field}.${ending}`] = value;
      }
    });
  }
  return files;
}

function inText(collection: ExportedCollection): ExportedCollection {
  const records = collection.records.map(({ roles, fields }) => ({
    roles,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        value instanceof Uint8Array ? value.toBase64() : value,
      ]),
    ),
  }));
  return { ...collection, records };
}

/** JSON Schema of the file in data/. */
function schemaOf(
  { collections }: DataMap,
  name: string,
  rows: readonly Record<string, unknown>[],
): Record<string, unknown> {
  const { shape } = collections.find((one) => one.name === name)!.spec.schema;
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const picked = Object.fromEntries(
    fields.map((field) => [field, (shape[field] as z.ZodType).optional()]),
  );
  const record = z.object({
    roles: z.array(z.string()),
    fields: z.object(picked),
  });
  return z.toJSONSchema(z.array(record), {
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type !== "custom") return;
      jsonSchema.type = "string";
      jsonSchema.contentEncoding = "base64";
    },
  }) as Record<string, unknown>;
}

function manifestOf(files: Files, madeAt: string) {
  const named = Object.entries(files).map(([name, bytes]) => ({
    name,
    bytes: bytes.length,
    sha256: sha256(bytes),
  }));
  return { format: "millo-copy-1", madeAt, files: named };
}

function json(value: unknown): Uint8Array {
  return text(`${JSON.stringify(value, null, 2)}\n`);
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
