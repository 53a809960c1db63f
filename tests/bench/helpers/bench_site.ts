/** The project that the bench serves, with Fresh and without. */
export const BENCH_SITE: Record<string, string> = {
  "dev.ts": `
import { Builder } from "fresh/dev";
await new Builder().build();
`,
  "main.ts": `
import { App, staticFiles } from "fresh";
export const app = new App().use(staticFiles()).fsRoutes();
`,
  "routes/_app.tsx": `
export { Shell as default } from "../parts.tsx";
`,
  "routes/bare.tsx": `export { Bare as default } from "../parts.tsx";\n`,
  "routes/table.tsx": `export { Table as default } from "../parts.tsx";\n`,
  "routes/island.tsx": `
import { signal } from "@preact/signals";
import Counter from "../islands/Counter.tsx";
export default () => <main><h1>Counter</h1><Counter n={signal(3)} /></main>;
`,
  "islands/Counter.tsx": `
import type { Signal } from "@preact/signals";
export default function Counter({ n }: { n: Signal<number> }) {
  return <button type="button" onClick={() => n.value++}>{n}</button>;
}
`,
  "parts.tsx": `
import type { FunctionComponent } from "preact";
export const Shell = ({ Component }: { Component: FunctionComponent }) => (
  <html><head><meta charset="utf-8" /><title>bench</title></head><body><Component /></body></html>
);
export const Bare = () => (
  <main><h1>List</h1><ul>{Array.from({ length: 20 }, (_, i) => <li key={i}>item {i}</li>)}</ul></main>
);
export const Table = () => (
  <table><tbody>{Array.from({ length: 200 }, (_, i) => (
    <tr key={i}><td>{i}</td><td>name {i}</td><td>{i % 7}</td><td>state</td></tr>
  ))}</tbody></table>
);
`,
  // The same markup by nothing but the renderer: what a framework may cost.
  "plain.tsx": `
import { renderToString } from "preact-render-to-string";
import { signal } from "@preact/signals";
import Counter from "./islands/Counter.tsx";
import { Bare, Shell, Table } from "./parts.tsx";
const Island = () => <main><h1>Counter</h1><Counter n={signal(3)} /></main>;
const PAGES: Record<string, () => preact.JSX.Element> = { "/bare": Bare, "/table": Table, "/island": Island };
const headers = { "content-type": "text/html; charset=utf-8" };
import type * as preact from "preact";
export default {
  fetch(req: Request) {
    const Page = PAGES[new URL(req.url).pathname] ?? Bare;
    return new Response("<!DOCTYPE html>" + renderToString(<Shell Component={Page} />), { headers });
  },
};
`,
};
