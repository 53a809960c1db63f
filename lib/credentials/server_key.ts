import type { Clock } from "../kernel/mod.ts";
import { type Store, StoreUnavailable } from "../store/mod.ts";
import { serverKeys } from "./records.ts";

const BYTES = 32;

export interface ServerKeyPlaces {
  store: Store;
  clock: Clock;
  /** By configuration, in base 64; goes before all others. */
  configured: string | null;
  /** The data folder of a store that lies in a file; null for any other. */
  dataFolder: string | null;
}

/**
 * A secret of this server that lasts: from the configuration, from a file in
 * the data folder, or else from the store, where every process finds the same.
 * Made at the first use. Throws StoreUnavailable.
 */
export async function serverKey(
  places: ServerKeyPlaces,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { configured, dataFolder } = places;
  if (configured !== null) return Uint8Array.fromBase64(configured);
  return dataFolder === null
    ? await keyInStore(places, name)
    : await keyInFile(`${dataFolder}/${name}`);
}

/** Beside the store, so that whoever takes the store alone reads nothing. */
async function keyInFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const found = await Deno.readFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  });
  if (found?.length === BYTES) return found;
  // An empty file is left by a crash before its first use. One of another
  // length once was a key: what it sealed would be lost with a new one.
  if (found && found.length > 0) {
    throw new Error(
      `Cannot use the key in ${path}: it has ${found.length} bytes, not ${BYTES}`,
    );
  }
  const key = crypto.getRandomValues(new Uint8Array(BYTES));
  await Deno.writeFile(path, key, { mode: 0o600 });
  return key;
}

/** Of two processes that make one at a time, the second takes the first's. */
async function keyInStore(
  { store, clock }: ServerKeyPlaces,
  name: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const made = await store.transact(async (write) => {
    const found = await store.get(serverKeys, [name]);
    if (found) return found.value.key;
    const key = crypto.getRandomValues(new Uint8Array(BYTES)).toBase64();
    write.create(serverKeys, { name, key, at: clock.now() });
    return key;
  });
  if (!made.ok) throw new StoreUnavailable(`Cannot make ${name}: others do`);
  return Uint8Array.fromBase64(made.value);
}
