/**
 * A function of one text that remembers its last answers, for headers that
 * thousands of requests send alike. Beyond `max` texts it starts anew: what
 * strangers send must not fill the memory.
 */
export function remembering<Value>(
  compute: (text: string) => Value,
  max = 1_000,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (known.has(text)) return known.get(text)!;
    const value = compute(text);
    if (known.size >= max) known.clear();
    known.set(text, value);
    return value;
  };
}
