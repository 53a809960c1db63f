/**
 * A stand-in for the parent element of an island, whose children are only the
 * nodes of the island: several can be rendered side by side in one parent.
 */
export function rangeParent(
  start: Comment,
  end: ChildNode,
  nodes: ChildNode[],
): HTMLElement {
  const real = start.parentNode!;
  // Empty text marks the end from now on: it shows in no query and no markup.
  const anchor = document.createTextNode("");
  end.replaceWith(anchor);
  start.remove();
  const childNodes = nodes.filter((node) => node.parentNode === real);
  const parent = {
    nodeType: 1,
    namespaceURI: (real as Element).namespaceURI,
    ownerDocument: document,
    childNodes,
    firstChild: childNodes[0] ?? null,
    get parentNode() {
      return anchor.parentNode;
    },
    insertBefore(node: Node, before: Node | null) {
      return anchor.parentNode!.insertBefore(node, before ?? anchor);
    },
    appendChild(node: Node) {
      return anchor.parentNode!.insertBefore(node, anchor);
    },
    removeChild(node: Node) {
      return anchor.parentNode!.removeChild(node);
    },
    contains(node: Node | null) {
      return anchor.parentNode!.contains(node);
    },
  };
  return parent as unknown as HTMLElement;
}
