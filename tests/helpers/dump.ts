import { registry } from "../../lib/data_map/registry.ts";
import type { Store } from "../../lib/store/mod.ts";

/** Every record of every collection with its version: two are equal where nothing was written between them. */
export async function dumpOf(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for (const collection of registry) {
    for await (const { key, version } of store.each(collection)) {
      lines.push(`${collection.name} ${JSON.stringify(key)} ${version}`);
    }
  }
  return lines.sort();
}
