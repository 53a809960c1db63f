import { Fragment, options, type VNode } from "preact";
import { asset, assetSrcSet } from "../asset.ts";
import { setHeadCollector } from "../head.ts";
import { collectHead, ownHeadItem, setHeadAside } from "./head.ts";
import { frameIsland } from "./islands.ts";
import { KEY_ATTRIBUTE, keyAttribute, markKey } from "./keys.ts";
import { markLink } from "./links.ts";
import { currentState, type RenderState } from "./state.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

/** The parts of Preact's `options` that are mangled in its build. */
interface Hooks {
  vnode?: (vnode: VNode<Any>) => void;
  /** Called before an element is rendered. */
  __b?: (vnode: VNode<Any>) => void;
  /** Called for each attribute of a precompiled element; may write it. */
  attr?: (name: string, value: unknown) => string | void;
}

const hooks = options as unknown as Hooks;
const { vnode: outerVNode, __b: outerDiff, attr: outerAttr } = hooks;

// Links are marked when made, so that those made before the rendering stay.
hooks.vnode = (vnode) => {
  if (vnode.type === "a") {
    const state = currentState();
    if (state !== null) markLink(vnode.props, state.ctx.url);
  }
  outerVNode?.(vnode);
};

hooks.__b = (vnode) => {
  const state = currentState();
  if (state !== null) {
    if (typeof vnode.type === "function") component(state, vnode);
    else element(state, vnode);
  }
  outerDiff?.(vnode);
};

hooks.attr = (name, value) =>
  name === "key" ? keyAttribute(value) : outerAttr?.(name, value);

setHeadCollector(collectHead);

function component(state: RenderState, vnode: VNode<Any>) {
  if (vnode.type === Fragment || state.inIsland) return;
  const island = state.islands.get(vnode.type as Any);
  if (island !== undefined) frameIsland(vnode, island);
  else if (vnode.key !== undefined) markKey(vnode);
}

function element(state: RenderState, vnode: VNode<Any>) {
  if (state.inIsland && vnode.key !== undefined) {
    vnode.props[KEY_ATTRIBUTE] = String(vnode.key);
  }
  switch (vnode.type) {
    case "html":
      state.hasHtml = true;
      return;
    case "head":
      return setHeadAside(state, vnode);
    case "body":
      state.hasBody = true;
      return;
    case "img":
    case "source":
      return lockSources(vnode);
    case "script":
    case "style":
      addNonce(state, vnode);
  }
  if (state.inHead) ownHeadItem(state, vnode);
}

const nonced = new WeakSet<VNode<Any>>();

// An element that is a constant of its module carries its last page's nonce.
function addNonce(state: RenderState, vnode: VNode<Any>) {
  if (vnode.props.nonce != null && !nonced.has(vnode)) return;
  vnode.props.nonce = state.nonce;
  nonced.add(vnode);
}

function lockSources(vnode: VNode<Any>) {
  const { props } = vnode;
  if (props["data-fresh-disable-lock"]) return;
  if (typeof props.src === "string") props.src = asset(props.src);
  for (const name of ["srcset", "srcSet"]) {
    if (typeof props[name] === "string") props[name] = assetSrcSet(props[name]);
  }
}
