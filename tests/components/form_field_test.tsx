import { assertEquals, assertStringIncludes } from "@std/assert";
import { Select } from "../../components/form/Select.tsx";
import { TextArea } from "../../components/form/TextArea.tsx";
import { TextField } from "../../components/form/TextField.tsx";
import { translator } from "../../lib/i18n/mod.ts";
import { elements } from "./html.ts";
import { render, type Specimens } from "./specimens.tsx";

interface Texts {
  hint?: string;
  error?: string;
}

/** Every kind of field, each with the id and the label "city". */
const KINDS: Record<string, (texts: Texts) => Specimens[string]> = {
  input: (texts) => () => <TextField id="city" label="City" {...texts} />,
  textarea: (texts) => () => <TextArea id="city" label="City" {...texts} />,
  select: (texts) => () => (
    <Select id="city" label="City" empty="Choose" options={[]} {...texts} />
  ),
};

function fieldOf(kind: string, texts: Texts) {
  const html = render(KINDS[kind](texts), translator());
  const [{ attributes }] = elements(html, kind);
  return { html, attributes };
}

for (const kind of Object.keys(KINDS)) {
  Deno.test(`${kind}: a field goes by its label, and its name is its id`, () => {
    const { html, attributes } = fieldOf(kind, {});
    const [label] = elements(html, "label");
    assertEquals(label.attributes.for, attributes.id);
    assertEquals([attributes.id, attributes.name], ["city", "city"]);
    assertEquals(attributes["aria-describedby"], undefined);
    assertEquals(attributes["aria-invalid"], undefined);
    assertEquals("autofocus" in attributes, false);
  });

  Deno.test(`${kind}: a hint is read after the label`, () => {
    const { html, attributes } = fieldOf(kind, { hint: "Where you live" });
    assertEquals(attributes["aria-describedby"], "city-hint");
    assertStringIncludes(html, 'id="city-hint">Where you live');
    assertEquals(attributes["aria-invalid"], undefined);
  });

  Deno.test(`${kind}: what is wrong takes the focus and is read before the hint`, () => {
    const { html, attributes } = fieldOf(kind, {
      hint: "Where you live",
      error: "Name a city",
    });
    assertEquals(attributes["aria-describedby"], "city-error city-hint");
    assertEquals(attributes["aria-invalid"], "true");
    assertEquals("autofocus" in attributes, true);
    assertStringIncludes(html, 'id="city-error"');
    assertStringIncludes(html, "Name a city");
  });
}

Deno.test("a field may have another name than its id", () => {
  const html = render(
    () => <TextField id="home-city" name="city" label="City" />,
    translator(),
  );
  const [{ attributes }] = elements(html, "input");
  assertEquals([attributes.id, attributes.name], ["home-city", "city"]);
});
