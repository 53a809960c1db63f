import { assertEquals, assertStringIncludes } from "@std/assert";
import { configTable } from "../lib/config/mod.ts";
import { request } from "../lib/live/forms.ts";

const readme = await Deno.readTextFile("README.md");

Deno.test("the README's settings are those of the schema", () => {
  const [, table] = /<!-- settings -->\n([^]*?)<!-- \/settings -->/.exec(
    readme,
  )!;
  const rows = table.split("\n").filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  assertEquals(
    rows,
    configTable().map(({ name, fallback, about }) => [
      `\`${name}\``,
      fallback && `\`${fallback}\``,
      about,
    ]),
  );
});

Deno.test("the README names every request of the socket", () => {
  for (const option of request.options) {
    assertStringIncludes(readme, `| \`${option.shape.type.value}`);
  }
});

Deno.test("the README's tasks are those of deno.json", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile("deno.json"));
  const [, table] = /\n\| also [^\n]*\n([^]*?)\n\n/.exec(readme)!;
  const rows = [...table.matchAll(/^\| `(?:deno task )?([^`\s]+)/gm)];
  const begun = readme.matchAll(/^deno task (\w+) +#/gm);
  const named = [...begun, ...rows].map(([, task]) => task);
  assertEquals(named.sort(), Object.keys(tasks).sort());
});

Deno.test("the files that the README shows exist", async () => {
  for (const [, path] of readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) {
    assertEquals((await Deno.stat(path)).isFile, true, path);
  }
});
