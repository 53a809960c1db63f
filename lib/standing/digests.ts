import { createHmac } from "node:crypto";
import { serverKey, type ServerKeyPlaces } from "../credentials/mod.ts";
import type { BanDigestKind } from "./records.ts";

/**
 * Digests under a key that only this server has, so that nobody who takes the
 * store can try out addresses or numbers against them.
 */
export class KeyedDigests {
  #key: Promise<Uint8Array<ArrayBuffer>> | null = null;

  constructor(readonly places: ServerKeyPlaces) {}

  /** HMAC-SHA-256 (RFC 2104) in hexadecimal. Throws StoreUnavailable. */
  async of(kind: BanDigestKind, text: string): Promise<string> {
    return createHmac("sha256", await this.#server())
      .update(`${kind}:${text}`).digest("hex");
  }

  #server(): Promise<Uint8Array<ArrayBuffer>> {
    this.#key ??= serverKey(this.places, "device_key").catch((error) => {
      this.#key = null;
      throw error;
    });
    return this.#key;
  }
}
