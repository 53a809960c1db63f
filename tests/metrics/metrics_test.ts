import { assertEquals, assertStringIncludes } from "@std/assert";
import { METRICS, Metrics } from "../../lib/metrics/mod.ts";

Deno.test("counters, gauges and histograms read as Prometheus does", async () => {
  const metrics = new Metrics();
  const labels = { route: "/age", method: "GET", status: "200" };
  metrics.count("millo_requests_total", labels);
  metrics.count("millo_requests_total", labels);
  metrics.set("millo_people", {}, 3);
  metrics.observe("millo_request_seconds", { route: "/age" }, 0.002);
  metrics.observe("millo_request_seconds", { route: "/age" }, 20);
  const text = await metrics.text();
  for (
    const line of [
      "# TYPE millo_requests_total counter",
      'millo_requests_total{route="/age",method="GET",status="200"} 2',
      "millo_people 3",
      'millo_request_seconds_bucket{le="0.001",route="/age"} 0',
      'millo_request_seconds_bucket{le="0.003",route="/age"} 1',
      'millo_request_seconds_bucket{le="10",route="/age"} 1',
      'millo_request_seconds_bucket{le="+Inf",route="/age"} 2',
      'millo_request_seconds_sum{route="/age"} 20.002',
      'millo_request_seconds_count{route="/age"} 2',
    ]
  ) assertStringIncludes(text, line + "\n");
});

Deno.test("every line is a comment or a sample", async () => {
  const metrics = new Metrics();
  metrics.count("millo_limited_total", { limit: 'a"b\\c\nd' });
  const sample =
    /^[a-z_]+(\{[a-z]+="(\\.|[^"\\\n])*"(,[a-z]+="(\\.|[^"\\\n])*")*\})? [\d.]+$/;
  for (const line of (await metrics.text()).trimEnd().split("\n")) {
    const fine = line === "" || line.startsWith("# ") || sample.test(line);
    assertEquals(fine, true, line);
  }
});

Deno.test("labels stay few, whatever is counted", async () => {
  const metrics = new Metrics();
  for (let n = 0; n < 5_000; n++) {
    metrics.count("millo_limited_total", { limit: `made up ${n}` });
  }
  const lines = (await metrics.text()).split("\n").filter((line) =>
    line.startsWith("millo_limited_total{")
  );
  assertEquals(lines.length, 501);
  assertStringIncludes(
    await metrics.text(),
    'millo_limited_total{limit="other"} 4500',
  );
});

Deno.test("every metric says what it counts", () => {
  for (const [name, { help }] of Object.entries(METRICS)) {
    assertEquals(help.length > 10 && /^millo_[a-z_]+$/.test(name), true, name);
  }
});
