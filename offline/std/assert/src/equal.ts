type Pair = [unknown, unknown];

/** Deep equality: same shape, same classes, whatever the order of keys. */
export function equal(actual: unknown, expected: unknown): boolean {
  return same(actual, expected, []);
}

function same(a: unknown, b: unknown, above: Pair[]): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  if (classOf(a) !== classOf(b)) return false;
  if (above.some(([left, right]) => left === a && right === b)) return true;
  const now: Pair[] = [...above, [a, b]];
  const leaf = sameLeaf(a, b);
  if (leaf !== null) return leaf;
  if (a instanceof Set && b instanceof Set) return sameSet(a, b, now);
  if (a instanceof Map && b instanceof Map) return sameMap(a, b, now);
  return sameFields(a, b, now);
}

/** Objects without a prototype count as plain ones. */
function classOf(value: object): unknown {
  const { constructor } = value;
  return constructor === Object ? undefined : constructor;
}

function sameLeaf(a: object, b: object): boolean | null {
  if (a instanceof Date) return Object.is(a.getTime(), (b as Date).getTime());
  if (a instanceof RegExp || a instanceof URL) return String(a) === String(b);
  if (a instanceof WeakMap || a instanceof WeakSet || a instanceof WeakRef) {
    return false;
  }
  if (a instanceof Number || a instanceof String || a instanceof Boolean) {
    return Object.is(a.valueOf(), b.valueOf());
  }
  if (Object.prototype.toString.call(a).startsWith("[object Temporal.")) {
    return String(a) === String(b);
  }
  return null;
}

function sameSet(a: Set<unknown>, b: Set<unknown>, above: Pair[]): boolean {
  if (a.size !== b.size) return false;
  const rest = new Set(b);
  for (const item of a) {
    const match = rest.has(item)
      ? item
      : [...rest].find((other) => same(item, other, above));
    if (!rest.delete(match)) return false;
  }
  return true;
}

function sameMap(
  a: Map<unknown, unknown>,
  b: Map<unknown, unknown>,
  above: Pair[],
): boolean {
  if (a.size !== b.size) return false;
  const rest = new Map(b);
  for (const [key, value] of a) {
    const entry = [...rest].find(([otherKey, other]) =>
      same(key, otherKey, above) && same(value, other, above)
    );
    if (!entry) return false;
    rest.delete(entry[0]);
  }
  return true;
}

function sameFields(a: object, b: object, above: Pair[]): boolean {
  if (Array.isArray(a) && a.length !== (b as unknown[]).length) return false;
  const keys = keysOf(a);
  if (keys.length !== keysOf(b).length) return false;
  return keys.every((key) =>
    Object.hasOwn(b, key) && same(field(a, key), field(b, key), above)
  );
}

function keysOf(value: object): PropertyKey[] {
  const symbols = Object.getOwnPropertySymbols(value).filter((key) =>
    Object.prototype.propertyIsEnumerable.call(value, key)
  );
  const own = value instanceof Error ? ["name", "message", "cause"] : [];
  const present = own.filter((key) => Object.hasOwn(value, key));
  return [...new Set([...Object.keys(value), ...present, ...symbols])];
}

function field(value: object, key: PropertyKey): unknown {
  return (value as Record<PropertyKey, unknown>)[key];
}
