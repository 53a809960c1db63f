/** Whether an IP address equals, or lies inside, `network` (v4 or v6). */
export function inNetwork(address: string, network: string): boolean {
  const [base, size] = network.split("/");
  const left = bitsOf(address);
  const right = bitsOf(base);
  if (left === null || right === null || left.length !== right.length) {
    return address === network;
  }
  const length = size === undefined ? right.length : Number(size);
  return left.slice(0, length) === right.slice(0, length);
}

function bitsOf(address: string): string | null {
  const groups = address.includes(":") ? v6(address) : v4(address);
  return groups;
}

function v4(address: string): string | null {
  const parts = address.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part))) {
    return null;
  }
  return parts.map((part) => Number(part).toString(2).padStart(8, "0")).join(
    "",
  );
}

function v6(address: string): string | null {
  const [head, tail] = address.split("%")[0].split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = 8 - left.length - right.length;
  if (missing < 0 || (tail === undefined && missing !== 0)) return null;
  const groups = [...left, ...Array(missing).fill("0"), ...right];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null;
  return groups.map((group) =>
    parseInt(group, 16).toString(2).padStart(16, "0")
  )
    .join("");
}
