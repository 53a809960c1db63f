const SETTLE_MS = 12;
// Editors leave such files behind for a moment.
const IGNORED = /\/(?:\.|node_modules\/)|~$|\.sw[px]$|\/\d{4}$/;

/** Calls back with the files that changed, once a burst of writes is over. */
export function watchFiles(
  folders: string[],
  onChange: (paths: string[]) => void,
): { close(): void } {
  const watcher = Deno.watchFs(folders.filter(exists));
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush() {
    const paths = [...changed].filter((path) => !isFolder(path));
    changed.clear();
    if (paths.length > 0) onChange(paths);
  }

  async function follow() {
    for await (const { kind, paths } of watcher) {
      if (kind === "access" || kind === "other") continue;
      const wanted = paths.filter((path) => isWanted(path, folders));
      if (wanted.length === 0) continue;
      for (const path of wanted) changed.add(path);
      clearTimeout(timer);
      timer = setTimeout(flush, SETTLE_MS);
    }
  }

  follow();
  return {
    close() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}

function isWanted(path: string, folders: string[]): boolean {
  const folder = folders.find((folder) => path.startsWith(folder)) ?? "";
  return !IGNORED.test(path.slice(folder.length));
}

function exists(path: string): boolean {
  try {
    return Boolean(Deno.statSync(path));
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}
