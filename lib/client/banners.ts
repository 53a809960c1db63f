/**
 * The strip of alerts above a page. One that comes while somebody works below
 * it lies over the head of the page at first: in its place it would push what
 * they are about to press from under the pointer.
 */
export class Banners {
  readonly #over: HTMLElement;
  #fresh: Element | null = null;

  constructor(readonly strip: Element) {
    this.#over = strip.ownerDocument.createElement("div");
    this.#over.className = "alerts over";
    strip.before(this.#over);
  }

  /** Takes the strip as the server has it now. */
  take(fresh: Element, isInUse: boolean): void {
    this.#fresh = fresh;
    if (!isInUse) return this.settle();
    const shown = new Set([...this.strip.children].map(keyOf));
    const added = [...fresh.children].filter((one) => !shown.has(keyOf(one)));
    const lying = [...this.#over.children].map(keyOf);
    // What is said already is not said again.
    if (added.map(keyOf).join() === lying.join()) return;
    this.#over.replaceChildren(...copies(added));
  }

  /** Puts everything in its place. */
  settle(): void {
    const fresh = this.#fresh;
    if (!fresh) return;
    this.#fresh = null;
    this.#over.replaceChildren();
    if (this.strip.innerHTML === fresh.innerHTML) return;
    if (this.strip.contains(document.activeElement)) this.#fresh = fresh;
    else this.strip.replaceChildren(...copies([...fresh.children]));
  }
}

/** An alert is the same while it asks the same of one: its form says which. */
function keyOf(banner: Element): string {
  return banner.querySelector("form")?.getAttribute("action") ??
    banner.className;
}

function copies(elements: readonly Element[]): Node[] {
  return elements.map((one) => document.importNode(one, true));
}
