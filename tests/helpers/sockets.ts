const TABLES = ["tcp", "tcp6", "udp", "udp6"];
const TCP_LISTEN = "0A";

/** Local addresses at which a process waits for others, as Linux tells them. */
export function listeningAddresses(pid: number): string[] {
  const own = socketsOf(pid);
  return TABLES.flatMap((table) => {
    const lines = Deno.readTextFileSync(`/proc/${pid}/net/${table}`);
    return lines.trim().split("\n").slice(1).map((line) =>
      line.trim().split(/\s+/)
    ).filter((fields) =>
      own.has(fields[9]) &&
      (table.startsWith("udp") || fields[3] === TCP_LISTEN)
    ).map((fields) => readable(fields[1]));
  });
}

function socketsOf(pid: number): Set<string> {
  const found = new Set<string>();
  for (const { name } of Deno.readDirSync(`/proc/${pid}/fd`)) {
    try {
      const target = Deno.readLinkSync(`/proc/${pid}/fd/${name}`);
      const socket = /^socket:\[(\d+)\]$/.exec(target);
      if (socket) found.add(socket[1]);
    } catch {
      // It was closed while we looked.
    }
  }
  return found;
}

/** `0100007F:1F90` is 127.0.0.1; longer ones are shown as they stand. */
function readable(field: string): string {
  const [address] = field.split(":");
  if (address.length !== 8) return address;
  return address.match(/../g)!.reverse().map((byte) => parseInt(byte, 16))
    .join(".");
}
