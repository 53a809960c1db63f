import { assertEquals } from "@std/assert";
import { choiceForm, consentForm } from "../../lib/consent/mod.ts";

Deno.test("a box counts when it is sent, whatever with, and not when it is left out", () => {
  const none = {
    analytics: false,
    personalisation: false,
    mail: false,
  };
  assertEquals(consentForm.parse({}), none);
  assertEquals(consentForm.parse({ analytics: "yes", mail: "" }), {
    ...none,
    analytics: true,
    mail: true,
  });
});

Deno.test("a text is agreed to by its version, and nonsense agrees to none", () => {
  const read = (rules: string) => consentForm.parse({ rules }).rules;
  assertEquals(read("7"), 7);
  for (const odd of ["", "x", "7.5", "Infinity", "NaN"]) {
    // An empty text counts as version 0, which no text has.
    assertEquals(read(odd) || undefined, undefined, odd);
  }
});

Deno.test("one press of the choices says one thing", () => {
  const taken = [
    { sale: "never" },
    { purpose: "mail", choice: "given" },
    { purpose: "analytics", choice: "withdrawn" },
  ] as const;
  for (const one of taken) assertEquals(choiceForm.parse(one), one);
  const refused = [
    {},
    { sale: "always" },
    { sale: "" },
    { purpose: "mail" },
    { choice: "given" },
    { purpose: "sale", choice: "given" },
    { purpose: "mail", choice: "maybe" },
  ];
  for (const one of refused) {
    assertEquals(choiceForm.safeParse(one).success, false, JSON.stringify(one));
  }
});
