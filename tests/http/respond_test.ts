import { assertEquals } from "@std/assert";
import { seeOther } from "../../lib/http/mod.ts";
import { openApp } from "../helpers/app.ts";

Deno.test("whatever stands in an address, it is led to and nothing breaks", async () => {
  const led = (to: string) => seeOther(to).headers.get("location");
  assertEquals(led("/a/b?to=%2Fc&d=e#f"), "/a/b?to=%2Fc&d=e#f");
  assertEquals(led("/a/\u0000\r\nx: y"), "/a/%00%0D%0Ax:%20y");
  assertEquals(
    led("/a/\u00e9\u{1f600}\ud800"),
    "/a/%C3%A9%F0%9F%98%80%EF%BF%BD",
  );
  await using app = await openApp();
  const member = await app.as("member");
  const staff = await app.as("moderator");
  for (const sign of ["%00", "%0d%0aset-cookie:%20a=b", "%F0%9F%98%80"]) {
    const answers = [
      await member.get(`/account/reports/${sign}/note`),
      await staff.get(`/admin/cases/${sign}/claim`),
      await staff.get(`/admin/cases/${sign}/decision`),
    ];
    for (const answer of answers) {
      assertEquals([answer.status, answer.headers.get("set-cookie")], [
        303,
        null,
      ]);
    }
  }
});
