import { assertEquals, assertThrows } from "@std/assert";
import { ConfigError, parseConfig } from "../../lib/config/mod.ts";

const URL = "smtps://millo:word@mail.example:465";
const FROM = "desk@millo.example";

Deno.test("mail comes whole, or not at all", () => {
  const both = { MILLO_SMTP_URL: URL, MILLO_MAIL_FROM: FROM };
  const quiet = { MILLO_MODE: "development" };
  assertEquals(parseConfig({ ...quiet, ...both }).mail, {
    url: URL,
    from: FROM,
  });
  assertEquals(parseConfig(quiet).mail, null);
  for (const name of ["MILLO_SMTP_URL", "MILLO_MAIL_FROM"] as const) {
    assertThrows(
      () => parseConfig({ ...quiet, ...both, [name]: undefined }),
      ConfigError,
      `${name} must be set`,
    );
  }
});

Deno.test("mail may come from a domain in any script, and from nobody in other letters", () => {
  const from = (address: string) =>
    parseConfig({
      MILLO_MODE: "development",
      MILLO_SMTP_URL: URL,
      MILLO_MAIL_FROM: address,
    }).mail?.from;
  for (const address of ["help@müller.example", "o&m@millo.example"]) {
    assertEquals(from(address), address);
  }
  assertThrows(() => from("用户@例子.广告"), ConfigError, "ASCII before the @");
});

Deno.test("mail goes to a mail server and comes from an address", () => {
  const faulty = {
    MILLO_SMTP_URL: "https://mail.example",
    MILLO_MAIL_FROM: "x",
  };
  const fault = assertThrows(() => parseConfig(faulty), ConfigError);
  assertEquals(
    fault.faults.map((text) => text.split(" ")[0]).filter((name) =>
      name in faulty
    ),
    ["MILLO_SMTP_URL", "MILLO_MAIL_FROM"],
  );
});
