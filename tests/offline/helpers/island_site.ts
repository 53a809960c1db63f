/** A project of islands in all sorts of places. */
export const ISLAND_SITE: Record<string, string> = {
  "dev.ts": `
import { Builder } from "fresh/dev";
const builder = new Builder();
builder.registerIsland(import.meta.resolve("./lib/Extra.tsx"));
await builder.build();
`,
  "main.ts": `
import { App, staticFiles } from "fresh";
export const app = new App().use(staticFiles()).fsRoutes();
`,
  "routes/_app.tsx": `
import type { PageProps } from "fresh";
export default ({ Component }: PageProps) => (
  <html><head><meta charset="utf-8" /></head><body><Component /></body></html>
);
`,
  "lib/Extra.tsx": `
import { useState } from "preact/hooks";
export function Extra() {
  const [n, set] = useState(0);
  return <button type="button" id="extra" onClick={() => set(n + 1)}>extra {n}</button>;
}
`,
  "islands/Counter.tsx": `
import type { ReadonlySignal, Signal } from "@preact/signals";
export default function Counter({ id, n, twice }: { id: string; n: Signal<number>; twice?: ReadonlySignal<number> }) {
  return <p><button type="button" id={id} onClick={() => n.value++}>{n}</button><b id={id + "-twice"}>{twice}</b></p>;
}
`,
  "islands/other/Counter.tsx": `
import { useState } from "preact/hooks";
export default function Counter() {
  const [n, set] = useState(100);
  return <button type="button" id="other" onClick={() => set(n + 1)}>{n}</button>;
}
`,
  "islands/Toggle.tsx": `
import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
export default function Toggle({ id, open, children }: { id: string; open?: boolean; children: ComponentChildren }) {
  const [shown, set] = useState(open ?? true);
  return <><button type="button" id={id} onClick={() => set(!shown)}>{String(shown)}</button>{shown && children}</>;
}
`,
  "islands/Tabs.tsx": `
import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
export default function Tabs({ tabs }: { tabs: { name: string; content: ComponentChildren }[] }) {
  const [at, set] = useState(0);
  return <div id="tabs">{tabs.map((tab, i) => <button type="button" key={tab.name} id={tab.name} onClick={() => set(i)}>{tab.name}</button>)}<section>{tabs[at].content}</section></div>;
}
`,
  "islands/Values.tsx": `
import { useEffect, useState } from "preact/hooks";
export default function Values(props: { map: Map<string, Date>; set: Set<bigint>; when: Temporal.PlainDate; bytes: Uint8Array; text: string }) {
  const [shown, set] = useState("");
  useEffect(() => set([props.map.get("a")!.toISOString(), [...props.set][0] + 1n, props.when.year, props.bytes.length, props.text].join(" ")), []);
  return <output id="values">{shown}</output>;
}
`,
  "routes/shared.tsx": `
import { computed, signal } from "@preact/signals";
import Counter from "../islands/Counter.tsx";
import Other from "../islands/other/Counter.tsx";
export default () => {
  const n = signal(1);
  const twice = computed(() => n.value * 2);
  return <main><Counter id="a" n={n} twice={twice} /><Counter id="b" n={n} /><div><Counter id="c" n={n} /></div><Other /></main>;
};
`,
  "routes/nested.tsx": `
import { signal } from "@preact/signals";
import Counter from "../islands/Counter.tsx";
import Toggle from "../islands/Toggle.tsx";
import { Extra } from "../lib/Extra.tsx";
export default () => {
  const n = signal(5);
  return <main>
    text before <Toggle id="outer">one <em>two</em> <Toggle id="inner">
      <Counter id="deep" n={n} /> three
    </Toggle> four</Toggle> text after <Toggle id="closed" open={false}><ul><li>hidden</li></ul><Extra /></Toggle>
    <Counter id="beside" n={n} />
  </main>;
};
`,
  "routes/form.tsx": `
import Toggle from "../islands/Toggle.tsx";
export default () => <form><Toggle id="t">
  <input id="text" value="given" required disabled={false} /><input id="box" type="checkbox" checked /><input id="off" disabled value="x" />
  <select id="pick"><option>one</option><option selected>two</option></select><textarea id="area">words</textarea>
  <svg viewBox="0 0 2 2" id="svg"><linearGradient id="g" gradientUnits="userSpaceOnUse" /><path d="M0 0" stroke-width="2" /></svg>
</Toggle></form>;
`,
  "routes/tabs.tsx": `
import Tabs from "../islands/Tabs.tsx";
import { Extra } from "../lib/Extra.tsx";
export default () => <Tabs tabs={[{ name: "t1", content: <p id="first">first</p> }, { name: "t2", content: <div><Extra /></div> }]} />;
`,
  "routes/values.tsx": `
import Values from "../islands/Values.tsx";
export default () => <Values map={new Map([["a", new Date(0)]])} set={new Set([9007199254740993n])} when={Temporal.PlainDate.from("2024-05-06")} bytes={new Uint8Array(3)} text={"</script><!--"} />;
`,
  "routes/(group)/_layout.tsx": `
import Toggle from "../../islands/Toggle.tsx";
import type { PageProps } from "fresh";
export default ({ Component }: PageProps) => <Toggle id="around"><Component /></Toggle>;
`,
  "routes/(group)/(_islands)/Near.tsx": `
import { useState } from "preact/hooks";
export default function Near() {
  const [n, set] = useState(1);
  return <button type="button" id="near" onClick={() => set(n * 2)}>{n}</button>;
}
`,
  "routes/(group)/grouped.tsx": `
import Near from "./(_islands)/Near.tsx";
export default () => <p>grouped <Near /></p>;
`,
  "routes/api/[id]/[[kind]].ts": `
export const handler = { GET: (ctx: { params: Record<string, string> }) => Response.json(ctx.params) };
`,
  "routes/head.ts": `
export const handler = { GET: () => new Response("body", { headers: { "x-seen": "1" } }) };
`,
  "static/name with ü & space.txt": "odd",
  "static/style.css":
    `a{background:url(/a.png?x#y)} b{background:url('/b.png')} c{background:url(//x/c.png)} d{background:url(data:x)}`,
  "static/.secret": "no",
  "static/.well-known/x.json": "{}",
};
