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

Deno.test("every task of deno.json is in the README", async () => {
  const { tasks } = JSON.parse(await Deno.readTextFile("deno.json"));
  for (const task of Object.keys(tasks)) {
    assertStringIncludes(readme, `${task}`);
  }
});

Deno.test("the files that the README shows exist", async () => {
  for (const [, path] of readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) {
    assertEquals((await Deno.stat(path)).isFile, true, path);
  }
});
