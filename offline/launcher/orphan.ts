const POLL_MS = 500;

/**
 * npx runs `deno task` below a shell, and where that shell is dash a SIGTERM to
 * npx ends the shell and goes no further. So under npx the launcher watches
 * whether its grandparent is still there, and calls `gone` when it is not.
 */
export function whenNpxEnds(gone: () => void): void {
  if (Deno.env.get("npm_lifecycle_event") !== "npx") return;
  const parent = Deno.ppid;
  const grandparent = parentOf(parent);
  if (grandparent === null) return;
  const timer = setInterval(() => {
    if (Deno.ppid === parent && parentOf(parent) === grandparent) return;
    clearInterval(timer);
    gone();
  }, POLL_MS);
  Deno.unrefTimer(timer);
}

/** Null where there is no /proc; other systems' shells do pass signals on. */
function parentOf(pid: number): number | null {
  try {
    const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
    // The name may hold spaces; what follows its bracket is fixed.
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}
