import type { FileKind } from "../server/build_cache.ts";

export interface RouteName {
  kind: FileKind;
  pattern: string;
  segment: string;
  file: boolean;
}

const SPECIAL: Record<string, FileKind> = {
  _app: "app",
  _layout: "layout",
  _middleware: "middleware",
  _error: "error",
  _500: "error",
  _404: "notFound",
};

/** Reads `users/[id].tsx` as a route; null for what is never one. */
export function readRouteName(path: string): RouteName | null {
  const parts = path.replace(/\.[tj]sx?$/, "").split("/");
  if (parts.some((part) => /^\(_.*\)$/.test(part))) return null;
  const name = parts.pop()!;
  const folder = parts.map((part) => segmentOf(part, path));
  const special = SPECIAL[name];
  if (special) {
    const segment = "/" + folder.join("/");
    return { kind: special, pattern: segment, segment, file: false };
  }
  const file = name !== "index";
  const all = file ? [...folder, segmentOf(name, path)] : folder;
  const shown = all.filter((part) => !isGroup(part));
  return {
    kind: "route",
    pattern: "/" + shown.join("/"),
    segment: "/" + all.join("/"),
    file,
  };
}

function isGroup(part: string): boolean {
  return part.startsWith("(") && part.endsWith(")");
}

function segmentOf(part: string, path: string): string {
  if (isGroup(part)) return part;
  const optional = /^\[\[(\w+)\]\]$/.exec(part);
  if (optional) return `:${optional[1]}?`;
  const rest = /^\[\.\.\.(\w+)\]$/.exec(part);
  if (rest) return `:${rest[1]}*`;
  if (part.includes("][")) {
    throw new SyntaxError(
      `Cannot use route ${path}: two parameters stand side by side`,
    );
  }
  const segment = part.replace(/\[(\w+)\]/g, ":$1");
  if (/[[\]]/.test(segment)) {
    throw new SyntaxError(
      `Cannot use route ${path}: its square brackets are not in pairs`,
    );
  }
  return segment;
}

/** Special files first, index next, then fixed, dynamic, catch-all names. */
export function compareRoutes(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    if (left[at] === right[at]) continue;
    const order = rank(left, at) - rank(right, at);
    return order !== 0 ? order : left[at] < right[at] ? -1 : 1;
  }
  return left.length - right.length;
}

const SPECIALS = Object.keys(SPECIAL);

function rank(parts: string[], at: number): number {
  const part = parts[at].replace(/\.[tj]sx?$/, "");
  if (at === parts.length - 1) {
    const special = SPECIALS.indexOf(part);
    if (special !== -1) return special;
    if (part === "index") return 10;
  }
  if (part.startsWith("[...")) return 14;
  if (part.startsWith("[[")) return 13;
  return part.includes("[") ? 12 : 11;
}
