import { createHmac } from "node:crypto";
import { serverKey, type ServerKeyPlaces } from "../credentials/mod.ts";
import type { Stored, ValueOf, Write } from "../store/mod.ts";
import { caseKeys } from "./records.ts";

export type CaseKey = Stored<ValueOf<typeof caseKeys>, readonly [string]>;

const SALT_BYTES = 32;
const IV_BYTES = 12;

/**
 * Encrypts evidence, each case under a key of its own (AES-256-GCM). It is
 * derived from the server's key and the salt of the case (HKDF, RFC 5869), so
 * that evidence cannot be read once the salt has ended with the case.
 */
export class EvidenceKeys {
  #serverKey: Promise<Uint8Array<ArrayBuffer>> | null = null;

  constructor(readonly places: ServerKeyPlaces) {}

  /** Adds the salt of a new case to a write. */
  addSalt(write: Write, caseNumber: string, keepFrom: number): string {
    const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES)).toBase64();
    write.add(caseKeys, { case: caseNumber, salt, keepFrom });
    return salt;
  }

  async saltOf(caseNumber: string): Promise<CaseKey | null> {
    return await this.places.store.get(caseKeys, [caseNumber]);
  }

  /** `id` names the evidence: the result opens as that and nothing else. */
  async seal(
    { caseNumber, salt, id }: { caseNumber: string; salt: string; id: string },
    plain: Uint8Array,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const sealed = await crypto.subtle.encrypt(
      { name: "AES-GCM", iv, additionalData: encode(`${caseNumber}/${id}`) },
      await this.#keyOf(caseNumber, salt),
      plain as Uint8Array<ArrayBuffer>,
    );
    const out = new Uint8Array(IV_BYTES + sealed.byteLength);
    out.set(iv);
    out.set(new Uint8Array(sealed), IV_BYTES);
    return out;
  }

  /** Throws TypeError when the bytes were altered or belong elsewhere. */
  async open(
    { caseNumber, salt, id }: { caseNumber: string; salt: string; id: string },
    sealed: Uint8Array,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(sealed);
    const iv = bytes.slice(0, IV_BYTES);
    try {
      const plain = await crypto.subtle.decrypt(
        { name: "AES-GCM", iv, additionalData: encode(`${caseNumber}/${id}`) },
        await this.#keyOf(caseNumber, salt),
        bytes.slice(IV_BYTES),
      );
      return new Uint8Array(plain);
    } catch {
      throw new TypeError(
        `Cannot open evidence of ${caseNumber}: it was altered or belongs elsewhere`,
      );
    }
  }

  /** A keyed digest that only this server can make, in hexadecimal. */
  async digest(text: string): Promise<string> {
    return createHmac("sha256", await this.#server()).update(text)
      .digest("hex");
  }

  async #keyOf(caseNumber: string, salt: string): Promise<CryptoKey> {
    const base = await crypto.subtle.importKey(
      "raw",
      await this.#server(),
      "HKDF",
      false,
      ["deriveKey"],
    );
    return await crypto.subtle.deriveKey(
      {
        name: "HKDF",
        hash: "SHA-256",
        salt: Uint8Array.fromBase64(salt),
        info: encode(`evidence of ${caseNumber}`),
      },
      base,
      { name: "AES-GCM", length: 256 },
      false,
      ["encrypt", "decrypt"],
    );
  }

  #server(): Promise<Uint8Array<ArrayBuffer>> {
    this.#serverKey ??= serverKey(this.places, "evidence_key")
      .catch((error) => {
        this.#serverKey = null;
        throw error;
      });
    return this.#serverKey;
  }
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
