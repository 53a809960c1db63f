import { assertEquals } from "@std/assert";
import {
  type DateField,
  followDateFields,
  goOn,
} from "../../lib/client/date_fields.ts";

function fieldsOf(...values: string[]): DateField[] {
  return values.map((value, n) => ({
    name: ["day", "month", "year"][n],
    value,
    focus: () => focused.push(n),
  }));
}

let focused: number[] = [];

function typed(values: string[], at: number, inputType = "insertText") {
  focused = [];
  const fields = fieldsOf(...values);
  return [goOn(fields, fields[at], inputType), focused];
}

Deno.test("a full field leads to the next one", () => {
  assertEquals(typed(["12", "", ""], 0), [true, [1]]);
  assertEquals(typed(["12", "03", ""], 1), [true, [2]]);
});

Deno.test("a field that is not full keeps the focus", () => {
  assertEquals(typed(["1", "", ""], 0), [false, []]);
});

Deno.test("the last field leads nowhere", () => {
  assertEquals(typed(["12", "03", "1990"], 2), [false, []]);
});

Deno.test("whoever corrects a field stays in it", () => {
  assertEquals(typed(["12", "03", "1990"], 0), [false, []]);
  assertEquals(typed(["12", "", ""], 0, "deleteContentBackward"), [false, []]);
  assertEquals(typed(["12", "", ""], 0, "insertFromPaste"), [false, []]);
});

Deno.test("digits outside the first plane count as one each", () => {
  assertEquals(typed(["𝟏", "", ""], 0), [false, []]);
  assertEquals(typed(["𝟏𝟐", "", ""], 0), [true, [1]]);
});

Deno.test("a field of another name is never full", () => {
  const fields = fieldsOf("12", "");
  const other = { ...fields[0], name: "note" };
  assertEquals(goOn([other, fields[1]], other, "insertText"), false);
});

Deno.test("digits of any script fill a field", () => {
  for (const day of ["١٢", "१२", "１２", "۱۲"]) {
    assertEquals(typed([day, "", ""], 0), [true, [1]], day);
  }
  assertEquals(typed(["1.", "", ""], 0), [false, []]);
});

Deno.test("the inputs of a form are followed until that is stopped", () => {
  focused = [];
  const fields = fieldsOf("12", "", "");
  const form = Object.assign(new EventTarget(), {
    querySelectorAll: () => fields,
  });
  const stop = followDateFields(form as unknown as Element);
  const type = (target: unknown) => {
    const event = Object.assign(new Event("input"), {
      inputType: "insertText",
    });
    Object.defineProperty(event, "target", { value: target });
    form.dispatchEvent(event);
  };
  type({ name: "elsewhere" });
  assertEquals(focused, []);
  type(fields[0]);
  assertEquals(focused, [1]);
  stop();
  type(fields[0]);
  assertEquals(focused, [1]);
});
