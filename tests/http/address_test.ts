import { assertEquals } from "@std/assert";
import {
  addressOf,
  isOwnMachine,
  neighbourhoodsOf,
} from "../../lib/http/address.ts";

function from(hostname: string) {
  return { remoteAddr: { transport: "tcp", hostname, port: 4000 } } as const;
}

function asked(forwarded?: string): Headers {
  return new Headers(forwarded ? { "x-forwarded-for": forwarded } : {});
}

Deno.test("without proxies only the socket is believed", () => {
  const headers = asked("198.51.100.1");
  assertEquals(addressOf(headers, from("203.0.113.7"), 0), "203.0.113.7");
  assertEquals(
    addressOf(headers, from("::ffff:203.0.113.7"), 0),
    "203.0.113.7",
  );
});

Deno.test("of a forwarded list only our own proxies' entries count", () => {
  const headers = asked("6.6.6.6, 198.51.100.1, 10.0.0.2");
  const at = (hops: number) => addressOf(headers, from("10.0.0.1"), hops);
  assertEquals(at(1), "10.0.0.2");
  assertEquals(at(2), "198.51.100.1");
  assertEquals(at(4), "10.0.0.1");
});

Deno.test("what is no address is not taken for one", () => {
  for (const junk of ["", "unknown", "<script>", "1.2.3", "0x7f000001", "1"]) {
    assertEquals(addressOf(asked(junk), from("10.0.0.1"), 1), "10.0.0.1", junk);
  }
  assertEquals(addressOf(asked(), from("/run/socket"), 0), null);
});

Deno.test("ports, brackets and zones are not part of an address", () => {
  const of = (text: string) => addressOf(asked(text), from("10.0.0.1"), 1);
  assertEquals(of("198.51.100.1:443"), "198.51.100.1");
  assertEquals(of("[2001:db8::1]:443"), "2001:db8::1");
  assertEquals(of("fe80::1%eth0"), "fe80::1");
});

Deno.test("IPv6 is counted by household and by site, IPv4 by itself", () => {
  const household = { name: "2001:db8:1:2::/64", share: 1 };
  const site = { name: "2001:db8:1::/48", share: 4 };
  for (const one of ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2:ffff::"]) {
    assertEquals(neighbourhoodsOf(one), [household, site], one);
  }
  const [next, same] = neighbourhoodsOf("2001:db8:1:ffff::1");
  assertEquals([next.name, same], ["2001:db8:1:ffff::/64", site]);
  // A site's first household has the same address, and is not the site.
  const names = neighbourhoodsOf("2001:db8:1::1").map(({ name }) => name);
  assertEquals(names, ["2001:db8:1::/64", "2001:db8:1::/48"]);
  assertEquals(neighbourhoodsOf("203.0.113.7"), [
    { name: "203.0.113.7", share: 1 },
  ]);
});

Deno.test("this machine is itself only where no proxy speaks for others", () => {
  assertEquals(isOwnMachine(asked(), from("127.0.0.1")), true);
  assertEquals(isOwnMachine(asked(), from("::1")), true);
  assertEquals(isOwnMachine(asked("127.0.0.1"), from("127.0.0.1")), false);
  assertEquals(isOwnMachine(asked(), from("10.0.0.1")), false);
});
