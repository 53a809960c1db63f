import { type ComponentChildren, Fragment, h, render } from "preact";

export interface HeadSync {
  update(children: ComponentChildren): void;
  stop(): void;
}

/**
 * Children are rendered into a detached element and copied over from there, so
 * that components and signals among them work as anywhere else.
 */
export function createHeadSync(): HeadSync {
  const box = document.createElement("head");
  const observer = new MutationObserver(() => copy(box));
  observer.observe(box, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  return {
    update(children) {
      render(h(Fragment, null, withKeys(children)), box);
      copy(box);
    },
    stop() {
      observer.disconnect();
      render(null, box);
    },
  };
}

interface Keyed {
  key?: unknown;
  type?: unknown;
  props?: Record<string, unknown>;
}

function withKeys(children: ComponentChildren): ComponentChildren {
  for (const child of [children].flat() as Keyed[]) {
    if (child?.key != null && typeof child.type === "string" && child.props) {
      child.props["data-key"] = child.key;
    }
  }
  return children;
}

function copy(box: HTMLElement) {
  for (const wanted of box.children) {
    if (wanted.localName === "title") document.title = wanted.textContent ?? "";
    else place(wanted);
  }
}

function place(wanted: Element) {
  const present = find(wanted);
  if (!present) {
    document.head.append(wanted.cloneNode(true));
    return;
  }
  for (const { name, value } of wanted.attributes) {
    if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  }
  if (present.textContent !== wanted.textContent) {
    present.textContent = wanted.textContent;
  }
}

const IDENTITY = ["data-key", "id", "name", "property", "http-equiv"];

function find(wanted: Element): Element | null {
  const all = [...document.head.getElementsByTagName(wanted.localName)];
  for (const name of identifying(wanted)) {
    const value = wanted.getAttribute(name);
    if (value !== null) {
      return all.find((element) => element.getAttribute(name) === value) ??
        null;
    }
  }
  if (wanted.localName === "base") return all[0] ?? null;
  return all.find((element) => element.isEqualNode(wanted)) ?? null;
}

function identifying(wanted: Element): string[] {
  if (wanted.localName !== "link") return IDENTITY;
  // Of stylesheets, preloads and icons there may be many: the target tells.
  const single = /^(canonical|manifest|prev|next)$/.test(
    wanted.getAttribute("rel") ?? "",
  );
  return ["data-key", "id", single ? "rel" : "href"];
}
