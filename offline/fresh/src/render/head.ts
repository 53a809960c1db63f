import { Fragment, h, toChildArray, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { currentState, type RenderState } from "./state.ts";
import { raw } from "./raw.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

const HEAD_MARK = "<!--frsh:head-->";

const KINDS = new Set([
  "title",
  "meta",
  "link",
  "script",
  "style",
  "base",
  "noscript",
  "template",
]);

/** Takes the children of a `<Head>` out of the page that is being rendered. */
export function collectHead(children: unknown): Any {
  const state = currentState();
  return state === null ? children : gather(state, children);
}

// Components among the children are rendered to find the elements they make.
function Resolver({ type, props }: { type: Any; props: Any }): Any {
  if (type.prototype?.render) return null;
  return collectHead(type(props, {}));
}

function gather(state: RenderState, children: Any): VNode<Any>[] {
  const kept: VNode<Any>[] = [];
  for (const child of toChildArray(children) as VNode<Any>[]) {
    if (child === null || typeof child !== "object") continue;
    if (typeof child.type === "function") {
      if (child.type === Fragment && !child.props.tpl) {
        kept.push(...gather(state, child.props.children));
      } else {
        const { type, props } = child;
        kept.push(h(Resolver, { type, props }));
      }
    } else if (KINDS.has(child.type)) addHeadItem(state, child);
  }
  return kept;
}

function addHeadItem(state: RenderState, item: VNode<Any>) {
  const key = item.key;
  if (key != null) item.props["data-key"] = key;
  const identity = identityOf(item);
  const same = state.headItems.findIndex((known) =>
    identityOf(known) === identity
  );
  if (same === -1) state.headItems.push(item);
  else state.headItems[same] = item;
}

/** Equal strings mean: the later element replaces the earlier one. */
function identityOf({ type, props, key }: VNode<Any>): string {
  if (type === "title") return "title";
  if (key != null) return `${type} key ${key}`;
  const attributes = Object.entries(props)
    .filter(([name]) => !ignored(type as string, name))
    .sort(([a], [b]) => a < b ? -1 : 1);
  return `${type} ${JSON.stringify(attributes)}`;
}

function ignored(type: string, name: string): boolean {
  return name === "children" || name === "nonce" || name === "data-key" ||
    name === "dangerouslySetInnerHTML" ||
    (type === "meta" && name === "content") ||
    (type === "link" && name === "href");
}

/**
 * Leaves a mark where the page's own head was; it is rendered last. Elements
 * are changed into components here, never into values of one request: they may
 * be constants that other requests render too.
 */
export function setHeadAside(state: RenderState, vnode: VNode<Any>) {
  if (state.inHead || state.head !== null) return;
  vnode.props = { own: vnode.props };
  vnode.type = HeadMark as Any;
}

function HeadMark({ own }: { own: Any }): Any {
  const state = currentState();
  if (state === null) return h("head", own);
  state.head = h("head", own) as VNode<Any>;
  return raw(HEAD_MARK);
}

const settled = new WeakSet<VNode<Any>>();

/** An element of the page's own head gives way to an equal one of a Head. */
export function ownHeadItem(state: RenderState, vnode: VNode<Any>) {
  if (!KINDS.has(vnode.type as string) || settled.has(vnode)) return;
  if (findEqual(state, vnode) === -1) return;
  const { type, props } = vnode;
  const own = h(type as string, props);
  settled.add(own);
  vnode.props = { own };
  vnode.type = HeadItem as Any;
}

function HeadItem({ own }: { own: VNode<Any> }): Any {
  const state = currentState();
  const at = state === null ? -1 : findEqual(state, own);
  return at === -1 ? own : state!.headItems.splice(at, 1)[0];
}

function findEqual(state: RenderState, vnode: VNode<Any>): number {
  if (state.headItems.length === 0) return -1;
  const identity = identityOf(vnode);
  return state.headItems.findIndex((item) => identityOf(item) === identity);
}

/** Puts the finished head in its place; call it after everything else. */
export function finishHead(state: RenderState, html: string): string {
  if (state.head === null) return html;
  state.inHead = true;
  const own = renderToString(state.head);
  state.inHead = false;
  const rest = itemsOf(state);
  const head = rest === ""
    ? own
    : own.slice(0, -"</head>".length) + rest + "</head>";
  const at = html.indexOf(HEAD_MARK);
  return html.slice(0, at) + head + html.slice(at + HEAD_MARK.length);
}

/** The head of a page that has none of its own. */
export function bareHead(state: RenderState): string {
  return `<head><meta charset="utf-8"/>${itemsOf(state)}</head>`;
}

function itemsOf({ headItems }: RenderState): string {
  if (headItems.length === 0) return "";
  return renderToString(h(Fragment, null, headItems));
}
