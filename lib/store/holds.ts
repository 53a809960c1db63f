import type { Check } from "./draft.ts";
import { channelKey, holdKey, HOLDS } from "./keys.ts";
import type { KvClient } from "./kv_client.ts";

/** Published to when a hold comes or goes; the version of its key tells whether. */
export const HOLDS_CHANNEL = "holds";

const HOLDS_CHANNEL_KEY = channelKey(HOLDS_CHANNEL);

/**
 * Who is held, as this process knows it. A write that gives a record an end in
 * KV checks that this knowledge is the newest, in the same atomic: no process
 * can write past a hold that another one placed.
 */
export class Holds {
  #known: { version: string | null; keys: ReadonlySet<string> } | null = null;
  #reading: Promise<void> | null = null;

  constructor(readonly kvClient: KvClient) {}

  /** False for everybody until `ready`. */
  has(subjectId: string): boolean {
    if (this.#known === null || this.#known.keys.size === 0) return false;
    return this.#known.keys.has(holdKey(subjectId)[1] as string);
  }

  /** Passes only while nobody's hold came or went since the last reading. */
  get check(): Check {
    return { key: HOLDS_CHANNEL_KEY, version: this.#known?.version ?? null };
  }

  /** Reads who is held, unless it was read before. */
  async ready(): Promise<void> {
    if (this.#known === null) await this.read();
  }

  /** Reads who is held. One at a time: a second call waits for the next one. */
  async read(): Promise<void> {
    while (this.#reading) await this.#reading;
    this.#reading = this.#read().finally(() => this.#reading = null);
    await this.#reading;
  }

  /** Reads again; answers whether anything had changed. */
  async refresh(): Promise<boolean> {
    const before = this.#known?.version;
    const { versionstamp } = await this.kvClient.get(HOLDS_CHANNEL_KEY);
    if (versionstamp === before) return false;
    await this.read();
    return true;
  }

  async #read(): Promise<void> {
    // The version first: a hold that comes meanwhile makes it an old one.
    const { versionstamp } = await this.kvClient.get(HOLDS_CHANNEL_KEY);
    const keys = new Set<string>();
    for await (const { key } of this.kvClient.each({ prefix: [HOLDS] })) {
      keys.add(key[1] as string);
    }
    this.#known = { version: versionstamp, keys };
  }
}
