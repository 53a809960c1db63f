import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { elements } from "./html.ts";
import { inBrackets, PAGES, render } from "./specimens.tsx";

Deno.test("a birth date keeps what was typed and says by each field what is wrong", () => {
  const html = render(PAGES["age with errors"], inBrackets);
  const [day, month, year] = elements(html, "input").map(({ attributes }) =>
    attributes
  );
  assertEquals([day.value, month.value, year.value], ["41", "2", "90"]);
  assertEquals(day["aria-invalid"], "true");
  assertEquals(day["aria-describedby"], "day-error");
  assertEquals(month["aria-invalid"], undefined);
  assertEquals(month["aria-describedby"], undefined);
  assertEquals(year["aria-describedby"], "year-error year-hint");
  assertStringIncludes(inside(html, "p", "day-error"), "[bad day]");
});

Deno.test("a birth date form asks for nothing but the date", () => {
  const html = render(PAGES.age, inBrackets);
  const [form] = elements(html, "form");
  assertEquals(form.attributes.action, "/age");
  assertEquals(form.attributes.method, "post");
  assertEquals(namesIn(form.inner), ["day", "month", "year"]);
});

Deno.test("what is wrong is listed first, each a way to its field", () => {
  const html = render(PAGES["age with errors"], inBrackets);
  const alert = elements(html, "section").find(({ attributes }) =>
    attributes.role === "alert"
  );
  assert(alert);
  assertEquals(
    elements(alert.inner, "a").map(({ attributes }) => attributes.href),
    ["#day", "#year"],
  );
});

Deno.test("a form without faults shows no alert", () => {
  const html = render(PAGES.consent, inBrackets);
  assert(!html.includes('role="alert"'));
  assert(!html.includes("aria-invalid"));
});

Deno.test("consent ticks nothing and sends the version of each text", () => {
  const html = render(PAGES.consent, inBrackets);
  const boxes = elements(html, "input").map(({ attributes }) => attributes);
  assertEquals(
    boxes.map(({ name }) => name),
    ["rules", "policy", "analytics", "personalisation", "mail"],
  );
  for (const box of boxes) assert(!("checked" in box), box.name);
  for (const box of boxes.slice(2)) assert(!("required" in box), box.name);
  for (const box of boxes.slice(0, 2)) {
    assertEquals(box.type, "checkbox");
    assertEquals(box.value, "7");
    assert("required" in box);
    assert(!("checked" in box));
  }
});

Deno.test("consent says beside the box that it is missing and keeps the other", () => {
  const html = render(PAGES["consent again, with errors"], inBrackets);
  const [rules, policy] = elements(html, "input").map(({ attributes }) =>
    attributes
  );
  assert("checked" in rules);
  assert(!("checked" in policy));
  assertEquals(policy["aria-invalid"], "true");
  assertEquals(policy["aria-describedby"], "policy-error");
  assertStringIncludes(inside(html, "p", "policy-error"), "[not agreed]");
});

function inside(html: string, name: string, id: string): string {
  return elements(html, name).find(({ attributes }) => attributes.id === id)
    ?.inner ?? "";
}

function namesIn(html: string): string[] {
  return elements(html, "input").map(({ attributes }) => attributes.name);
}
