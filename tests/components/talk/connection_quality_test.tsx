import { assert, assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import {
  type Connection,
  ConnectionQuality,
} from "../../../components/talk/ConnectionQuality.tsx";
import { translator } from "../../../lib/i18n/mod.ts";
import { elements } from "../html.ts";

const t = translator();

/** Bars that are lit, tone and word of each connection. */
const SHOWN: Record<Connection, [number, string, string]> = {
  connecting: [0, "calm", "Connecting"],
  good: [4, "", "Good"],
  fair: [3, "", "Fair"],
  poor: [1, "warn", "Poor"],
  back: [0, "bad", "Trying again"],
};

function shown(connection: Connection) {
  const html = renderToString(
    <ConnectionQuality t={t} connection={connection} />,
  );
  const [signal] = elements(html, "span");
  const bars = elements(html, "rect");
  const lit = bars.filter(({ attributes }) => attributes.class !== "off");
  const tone = signal.attributes.class.replace("signal", "").trim();
  const text = signal.inner.replace(/<svg.*<\/svg>/, "")
    .replace(/<[^>]+>/g, "").replace(/\s+/g, " ").trim();
  return { bars, lit, tone, text, html };
}

for (const [connection, [count, tone, word]] of Object.entries(SHOWN)) {
  Deno.test(`a connection that is ${connection} shows ${count} bars and says so`, () => {
    const { bars, lit, ...said } = shown(connection as Connection);
    assertEquals([bars.length, lit.length], [4, count]);
    // The lowest ones first.
    assertEquals(lit, bars.slice(0, count));
    assertEquals([said.tone, said.text], [tone, `Connection: ${word}`]);
  });
}

Deno.test("the bars are for the eye alone, and no two connections sound alike", () => {
  const texts = Object.keys(SHOWN).map((one) => {
    const { html, text } = shown(one as Connection);
    const [picture] = elements(html, "svg");
    assertEquals(picture.attributes["aria-hidden"], "true");
    return text;
  });
  assertEquals(new Set(texts).size, texts.length);
});

Deno.test("each bar is taller than the one before and ends at the same foot", () => {
  const { bars } = shown("good");
  const heights = bars.map(({ attributes }) => Number(attributes.height));
  assert(heights.every((height, n) => n === 0 || height > heights[n - 1]));
  const feet = bars.map(({ attributes }) =>
    Number(attributes.y) + Number(attributes.height)
  );
  assertEquals(new Set(feet).size, 1);
});
