import type { Method } from "../types.ts";

export interface RouteEntry<T> {
  pattern: string;
  methods: Map<Method, T>;
}

export interface Match<T> {
  entry: RouteEntry<T>;
  params: Record<string, string>;
}

interface Dynamic<T> {
  entry: RouteEntry<T>;
  exec: (path: string) => Record<string, string | undefined> | null;
}

const DYNAMIC = /[*:{}+?()]/;

/** Static paths first, then patterns in the order of their registration. */
export class Router<T> {
  #statics = new Map<string, RouteEntry<T>>();
  #dynamics: Dynamic<T>[] = [];
  #byPattern = new Map<string, RouteEntry<T>>();

  add(method: Method, path: string, item: T) {
    const entry = this.#entry(path);
    if (!entry.methods.has(method)) entry.methods.set(method, item);
  }

  match(path: string): Match<T> | null {
    const entry = this.#statics.get(path) ?? this.#statics.get(twin(path));
    if (entry !== undefined) return { entry, params: {} };
    for (const { entry, exec } of this.#dynamics) {
      const groups = exec(path);
      if (groups !== null) return { entry, params: decode(groups) };
    }
    return null;
  }

  #entry(path: string): RouteEntry<T> {
    const known = this.#byPattern.get(path);
    if (known) return known;
    const pattern = new URLPattern({ pathname: path }).pathname;
    const entry = { pattern, methods: new Map<Method, T>() };
    this.#byPattern.set(path, entry);
    if (DYNAMIC.test(path)) {
      this.#dynamics.push({ entry, exec: compile(pattern) });
    } else if (!this.#statics.has(pattern)) {
      this.#statics.set(pattern, entry);
    }
    return entry;
  }
}

/** The same path with its trailing slash the other way round. */
function twin(path: string): string {
  if (path === "/") return "";
  return path.endsWith("/") ? path.slice(0, -1) : path + "/";
}

function decode(
  groups: Record<string, string | undefined>,
): Record<string, string> {
  const params: Record<string, string> = {};
  for (const name in groups) {
    const value = groups[name];
    params[name] = value === undefined ? "" : decodeURI(value);
  }
  return params;
}

const PART = /^(?:[\w\-.~%]|:[A-Za-z_]\w*)+$/;
const WHOLE = /^:([A-Za-z_]\w*)([?*]?)$/;

/** A plain RegExp where the pattern is simple: many times URLPattern's speed. */
function compile<T>(pattern: string): Dynamic<T>["exec"] {
  const source = toRegExp(pattern);
  if (source !== null) {
    return (path) => source.exec(path)?.groups ?? null;
  }
  const slow = new URLPattern({ pathname: pattern });
  return (path) => slow.exec({ pathname: path })?.pathname.groups ?? null;
}

function toRegExp(pattern: string): RegExp | null {
  let source = "^";
  for (const part of pattern.slice(1).split("/")) {
    const whole = WHOLE.exec(part);
    if (whole) source += wholePart(whole[1], whole[2]);
    else if (PART.test(part)) source += "/" + mixedPart(part);
    else return null;
  }
  try {
    return new RegExp(source + "$");
  } catch {
    return null;
  }
}

function wholePart(name: string, modifier: string): string {
  if (modifier === "?") return `(?:/(?<${name}>[^/]+?))?`;
  if (modifier === "*") return `(?:/(?<${name}>[^/]+?(?:/[^/]+?)*))?`;
  return `/(?<${name}>[^/]+?)`;
}

function mixedPart(part: string): string {
  return part.replace(/:([A-Za-z_]\w*)|[.\-]/g, (text, name) => {
    return name ? `(?<${name}>[^/]+?)` : "\\" + text;
  });
}
