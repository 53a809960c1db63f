import { assert, assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import {
  FilterForm,
  type FilterFormProps,
} from "../../../components/form/FilterForm.tsx";
import { elements } from "../html.ts";

const STATE = {
  name: "state",
  label: "State",
  any: "Any state",
  options: [{ value: "open", label: "Open" }, { value: "done", label: "Done" }],
};

const FORM: FilterFormProps = {
  action: "/list",
  filters: [STATE],
  search: { name: "q", label: "Words" },
  submit: "Show",
  clear: "Show all",
};

Deno.test("a list is narrowed by its address, so that the result can be kept", () => {
  const [form] = elements(filterForm(), "form");
  assertEquals(form.attributes.method, "get");
  assertEquals(form.attributes.action, "/list");
  assertEquals(form.attributes.role, "search");
});

Deno.test("a new choice begins at the first page: no page is sent along", () => {
  assertEquals(
    elements(filterForm(), "select|input").map(({ attributes }) =>
      attributes.name
    ),
    ["state", "q"],
  );
});

Deno.test("every field of a filter has a label, though it is not seen", () => {
  const html = filterForm();
  const labels = elements(html, "label");
  for (const { attributes } of elements(html, "select|input")) {
    assert(
      labels.some((label) => label.attributes.for === attributes.id),
      attributes.name,
    );
  }
});

Deno.test("first each filter leaves nothing out", () => {
  const options = elements(filterForm(), "option");
  assertEquals(
    options.map(({ attributes, inner }) => [attributes.value, inner]),
    [["", "Any state"], ["open", "Open"], ["done", "Done"]],
  );
  assert(options.every(({ attributes }) => !("selected" in attributes)));
});

Deno.test("what was chosen and searched for stays in the form", () => {
  const html = filterForm({
    filters: [{ ...STATE, chosen: "done" }],
    search: { name: "q", label: "Words", value: 'a "b"' },
  });
  const chosen = elements(html, "option").filter(({ attributes }) =>
    "selected" in attributes
  );
  assertEquals(chosen.map(({ attributes }) => attributes.value), ["done"]);
  const [input] = elements(html, "input");
  assertEquals(input.attributes.value, "a &quot;b&quot;");
});

Deno.test("a choice that the list does not know narrows nothing in the form", () => {
  const html = filterForm({ filters: [{ ...STATE, chosen: "other" }] });
  assert(!html.includes("selected"));
});

const NARROWED: [about: string, props: Partial<FilterFormProps>][] = [
  ["a choice", { filters: [{ ...STATE, chosen: "open" }] }],
  ["words", { search: { name: "q", label: "Words", value: "ada" } }],
  ["an unknown choice", { filters: [{ ...STATE, chosen: "other" }] }],
];

for (const [about, props] of NARROWED) {
  Deno.test(`a list narrowed by ${about} has a way back to all of it`, () => {
    const [link] = elements(filterForm(props), "a");
    assertEquals([link.attributes.href, link.inner], ["/list", "Show all"]);
  });
}

Deno.test("a whole list has no way back, for nothing is left out", () => {
  const nothing: Partial<FilterFormProps> = {
    filters: [{ ...STATE, chosen: "" }],
    search: { name: "q", label: "Words", value: "" },
  };
  assertEquals(elements(filterForm(), "a"), []);
  assertEquals(elements(filterForm(nothing), "a"), []);
});

Deno.test("a list that cannot be searched has no field for words", () => {
  const { search: _, ...form } = FORM;
  const html = renderToString(<FilterForm {...form} />);
  assertEquals(elements(html, "input"), []);
});

function filterForm(props: Partial<FilterFormProps> = {}): string {
  return renderToString(<FilterForm {...FORM} {...props} />);
}
