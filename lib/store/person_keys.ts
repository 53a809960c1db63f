import { readLines, replaceFile } from "./atomic_file.ts";
import { subjectHashOf } from "./keys.ts";

/**
 * A key for each person, in a small file of its own. What must outlive a
 * person's erasure is sealed with it, and cannot be read once it is shredded.
 * The file belongs to one process, and to no backup that outlives a shredding.
 */
export class PersonKeys {
  #keys: Map<string, string> | null = null;
  #working: Promise<unknown> = Promise.resolve();

  constructor(readonly path: string) {}

  /**
   * Encrypts for a person with AES-256-GCM. `place` says where the result
   * lies: it opens nowhere else.
   */
  async seal(
    subjectId: string,
    plain: Uint8Array,
    place: string,
  ): Promise<Uint8Array> {
    const key = await this.#inTurn(() => this.#keyOf(subjectId, true));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      algorithm(iv, place),
      await importKey(key!),
      plain as Uint8Array<ArrayBuffer>,
    );
    const out = new Uint8Array(iv.length + sealed.byteLength);
    out.set(iv);
    out.set(new Uint8Array(sealed), iv.length);
    return out;
  }

  /**
   * Decrypts; null when the person's key was shredded. Throws TypeError when
   * the bytes were altered or belong elsewhere.
   */
  async open(
    subjectId: string,
    sealed: Uint8Array,
    place: string,
  ): Promise<Uint8Array | null> {
    const key = await this.#inTurn(() => this.#keyOf(subjectId, false));
    if (key === null) return null;
    const bytes = new Uint8Array(sealed);
    try {
      const plain = await crypto.subtle.decrypt(
        algorithm(bytes.slice(0, 12), place),
        await importKey(key),
        bytes.slice(12),
      );
      return new Uint8Array(plain);
    } catch {
      throw new TypeError(
        `Cannot open ${place}: it was altered or belongs elsewhere`,
      );
    }
  }

  /** Destroys a person's key; answers whether there was one. */
  async shred(subjectId: string): Promise<boolean> {
    return await this.#inTurn(async () => {
      const keys = await this.#load();
      if (!keys.delete(subjectHashOf(subjectId))) return false;
      await this.#save(keys);
      return true;
    });
  }

  async #keyOf(subjectId: string, make: boolean): Promise<string | null> {
    const keys = await this.#load();
    const found = keys.get(subjectHashOf(subjectId));
    if (found || !make) return found ?? null;
    const fresh = crypto.getRandomValues(new Uint8Array(32)).toHex();
    keys.set(subjectHashOf(subjectId), fresh);
    await this.#save(keys);
    return fresh;
  }

  async #load(): Promise<Map<string, string>> {
    if (this.#keys) return this.#keys;
    const lines = await readLines(this.path);
    this.#keys = new Map(
      lines.map((kvClient) => kvClient.split(" ") as [string, string]),
    );
    return this.#keys;
  }

  async #save(keys: Map<string, string>): Promise<void> {
    const lines = [...keys].map(([subjectHash, key]) =>
      `${subjectHash} ${key}\n`
    );
    try {
      await replaceFile(this.path, lines.join(""));
    } catch (error) {
      this.#keys = null;
      throw error;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#working.then(work);
    this.#working = turn.catch(() => {});
    return turn;
  }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, place: string) {
  const additionalData = new TextEncoder().encode(place);
  return { name: "AES-GCM", iv, additionalData };
}

function importKey(hex: string): Promise<CryptoKey> {
  return crypto.subtle.importKey(
    "raw",
    Uint8Array.fromHex(hex),
    "AES-GCM",
    false,
    ["encrypt", "decrypt"],
  );
}
