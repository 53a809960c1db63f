import { assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { Pagination } from "../../components/Pagination.tsx";
import { elements } from "./html.ts";

const STATES: [about: string, page: number, more: boolean, ways: string[]][] = [
  ["the first of several leads on", 1, true, ["next 2"]],
  ["one in the middle leads both ways", 2, true, ["prev 1", "next 3"]],
  ["the last leads back", 3, false, ["prev 2"]],
];

for (const [about, page, more, ways] of STATES) {
  Deno.test(`of pages, ${about}`, () => {
    const links = elements(pagination(page, more), "a");
    assertEquals(
      links.map(({ attributes: { rel, href } }) =>
        `${rel} ${href.split("page=")[1]}`
      ),
      ways,
    );
  });
}

Deno.test("a list on one page shows no way to others", () => {
  assertEquals(pagination(1, false), "");
});

Deno.test("a page number below the first leads to none before the first", () => {
  assertEquals(pagination(0, false), "");
});

Deno.test("another page keeps what the list is narrowed by", () => {
  const [link] = elements(pagination(1, true), "a");
  assertEquals(link.attributes.href, "/list?state=open&amp;page=2");
});

Deno.test("the ways are a group with a name, each in words", () => {
  const html = pagination(2, true);
  const [group] = elements(html, "nav");
  assertEquals(group.attributes["aria-label"], "Pages of the list");
  assertEquals(elements(html, "a").map(({ inner }) => inner), [
    "Newer",
    "Older",
  ]);
});

function pagination(page: number, more: boolean): string {
  return renderToString(
    <Pagination
      label="Pages of the list"
      page={page}
      more={more}
      addressOf={(number) => `/list?state=open&page=${number}`}
      previous="Newer"
      next="Older"
    />,
  );
}
