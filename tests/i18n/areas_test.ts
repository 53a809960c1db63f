import { assertEquals } from "@std/assert";
import type { MessageKey } from "../../lib/i18n/mod.ts";
import { areas, en } from "../../lib/i18n/messages/en.ts";

Deno.test("each key of the catalogue stands in one area, in order", () => {
  const keys = Object.values(areas).flatMap((area) => Object.keys(area));
  assertEquals(keys.length, new Set(keys).size);
  assertEquals(keys.toSorted(), Object.keys(en).toSorted());
  for (const [name, area] of Object.entries(areas)) {
    const own = Object.keys(area);
    assertEquals(own, own.toSorted(byCode), name);
  }
});

Deno.test("the first part of a key says in which area it stands", () => {
  const areaOf = new Map<string, string>();
  for (const [name, area] of Object.entries(areas)) {
    for (const key of Object.keys(area)) {
      const first = key.split(".")[0];
      assertEquals(areaOf.get(first) ?? name, name, key);
      areaOf.set(first, name);
    }
  }
});

Deno.test("each message is used by somebody", async () => {
  const sources = await textOf(["components", "routes", "islands", "lib"]);
  const unused = (Object.keys(en) as MessageKey[]).filter((key) =>
    !sources.includes(`"${key}"`) && !isMade(sources, key)
  );
  assertEquals(unused, []);
});

/** Keys that are put together: `talk.call.connection.${quality}`. */
function isMade(sources: string, key: string): boolean {
  const parts = key.split(".");
  const [start, end] = [parts.slice(0, -1).join("."), parts.at(-1)];
  if (sources.includes(`"${start}"`) && sources.includes(`}.${end}\``)) {
    return true;
  }
  return parts.some((_, n) =>
    n > 0 && sources.includes(`\`${parts.slice(0, n).join(".")}.\${`)
  );
}

async function textOf(folders: string[]): Promise<string> {
  let text = "";
  for (const folder of folders) {
    for await (const entry of Deno.readDir(folder)) {
      const path = `${folder}/${entry.name}`;
      if (path === "lib/i18n/messages") continue;
      if (entry.isDirectory) text += await textOf([path]);
      else if (/\.tsx?$/.test(path)) text += await Deno.readTextFile(path);
    }
  }
  return text;
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
