/** Tells `<a>` elements whether they lead to this page or to one above it. */
export function markLink(props: Record<string, unknown>, url: URL) {
  const { href } = props;
  if (typeof href !== "string" || href[0] !== "/" || href[1] === "/") return;
  if (props["aria-current"] !== undefined) return;
  const relation = relate(href, url);
  if (relation === null) return;
  props[relation === "current" ? "data-current" : "data-ancestor"] = "true";
  props["aria-current"] = relation === "current" ? "page" : "true";
}

function relate(href: string, url: URL): "current" | "ancestor" | null {
  const [withQuery] = href.split("#", 1);
  const queryAt = withQuery.indexOf("?");
  const path = queryAt === -1 ? withQuery : withQuery.slice(0, queryAt);
  const link = trim(path);
  const here = trim(url.pathname);
  if (link === here) {
    const query = queryAt === -1 ? "" : withQuery.slice(queryAt);
    return query === "" || query === url.search ? "current" : "ancestor";
  }
  return here.startsWith(link === "/" ? "/" : link + "/") ? "ancestor" : null;
}

function trim(path: string): string {
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}
