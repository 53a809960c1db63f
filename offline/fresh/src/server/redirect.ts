/** A `location` that cannot leave the site unless it names another one. */
export function redirectTarget(to: string, isPartial: boolean): string {
  const target = to.startsWith("/") ? ownPath(to) : to;
  return ascii(isPartial ? withPartial(target) : target);
}

function ownPath(to: string): string {
  const end = to.search(/[?#]/);
  const path = end === -1 ? to : to.slice(0, end);
  // Browsers read a backslash as a slash, so `/\host` would leave the site.
  const clean = path.replace(/[\\/]{2,}/g, "/");
  return end === -1 ? clean : clean + to.slice(end);
}

function withPartial(target: string): string {
  const hashAt = target.indexOf("#");
  const hash = hashAt === -1 ? "" : target.slice(hashAt);
  const rest = hashAt === -1 ? target : target.slice(0, hashAt);
  return `${rest}${rest.includes("?") ? "&" : "?"}fresh-partial=true${hash}`;
}

function ascii(target: string): string {
  return target.replace(/[^\x21-\x7e]+/g, (text) => encodeURI(text));
}
