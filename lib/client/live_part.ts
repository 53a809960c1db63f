/**
 * A part of a page that follows the server's. Figures and words change where
 * they stand; what would move or lead elsewhere waits while somebody has the
 * pointer or the focus there.
 */
export class LivePart {
  #fresh: Element | null = null;
  #isFollowed = false;

  constructor(readonly part: HTMLElement) {}

  /** Takes the part as the server has it now. */
  take(fresh: Element): void {
    if (isAlike(this.part, fresh)) {
      this.#fresh = null;
      copyInto(this.part, fresh);
      return;
    }
    this.#fresh = fresh;
    this.#settle();
    if (this.#fresh && !this.#isFollowed) this.#follow();
  }

  #settle(): void {
    const fresh = this.#fresh;
    if (!fresh || this.#isInUse()) return;
    this.#fresh = null;
    const { ownerDocument } = this.part;
    const { childNodes } = ownerDocument.importNode(fresh, true);
    this.part.replaceChildren(...childNodes);
  }

  #isInUse(): boolean {
    return this.part.matches(":hover") ||
      this.part.contains(this.part.ownerDocument.activeElement);
  }

  #follow(): void {
    this.#isFollowed = true;
    // By then the focus is where it goes.
    const settle = () => void setTimeout(() => this.#settle());
    this.part.addEventListener("pointerleave", settle);
    this.part.addEventListener("focusout", settle);
  }
}

/** Of one shape, and every link of one leads where that of the other does. */
function isAlike(one: Node, other: Node): boolean {
  return one.nodeName === other.nodeName &&
    hrefOf(one) === hrefOf(other) &&
    one.childNodes.length === other.childNodes.length &&
    [...one.childNodes].every((child, n) =>
      isAlike(child, other.childNodes[n])
    );
}

function hrefOf(node: Node): string | null {
  return node instanceof HTMLElement ? node.getAttribute("href") : null;
}

function copyInto(one: Node, other: Node): void {
  if (one instanceof Text && one.data !== (other as Text).data) {
    one.data = (other as Text).data;
  }
  if (one instanceof HTMLElement && other instanceof Element) {
    for (const { name, value } of other.attributes) {
      if (one.getAttribute(name) !== value) one.setAttribute(name, value);
    }
  }
  for (const [n, child] of [...one.childNodes].entries()) {
    copyInto(child, other.childNodes[n]);
  }
}
