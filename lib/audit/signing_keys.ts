import { readLines } from "../store/mod.ts";

const ALGORITHM = "Ed25519";
const BYTES = 32;

/** What stands before the 32 bytes of a key in PKCS #8 (RFC 8410 section 7). */
const PKCS8 = Uint8Array.fromHex("302e020100300506032b657004220420");

interface Pair {
  privateKey: CryptoKey;
  /** The public key in base 64. */
  publicKey: string;
}

export interface SigningKeyPlaces {
  /** By configuration, in base 64; go before all others. The first one signs. */
  configured: readonly string[];
  /** The data folder of a store that lies in a file; null for any other. */
  dataFolder: string | null;
}

/** With which checkpoints are signed, and whose signature is believed. */
export class SigningKeys {
  private constructor(readonly pairs: readonly Pair[]) {}

  /**
   * The configured ones, or the one in the data folder; a new one is made and
   * left there if there is none. Without either, nothing is signed.
   */
  static async open(
    { configured, dataFolder }: SigningKeyPlaces,
  ): Promise<SigningKeys> {
    const texts = configured.length > 0 || dataFolder === null
      ? configured
      : [await keyInFile(`${dataFolder}/audit_key`)];
    return new SigningKeys(await Promise.all(texts.map(pairOf)));
  }

  /** The public key of the one that signs; null where nothing is signed. */
  get publicKey(): string | null {
    return this.pairs[0]?.publicKey ?? null;
  }

  async sign(text: string): Promise<string | null> {
    const [pair] = this.pairs;
    if (!pair) return null;
    const signature = await crypto.subtle.sign(
      ALGORITHM,
      pair.privateKey,
      new TextEncoder().encode(text),
    );
    return new Uint8Array(signature).toBase64();
  }

  /** Whether one of these keys signed the text. */
  async isSigned(
    text: string,
    { key, signature }: { key: string | null; signature: string | null },
  ): Promise<boolean> {
    if (key === null || signature === null) return false;
    if (!this.pairs.some(({ publicKey }) => publicKey === key)) return false;
    return await crypto.subtle.verify(
      ALGORITHM,
      await crypto.subtle.importKey(
        "raw",
        Uint8Array.fromBase64(key),
        ALGORITHM,
        true,
        ["verify"],
      ),
      Uint8Array.fromBase64(signature),
      new TextEncoder().encode(text),
    );
  }
}

async function pairOf(text: string): Promise<Pair> {
  const seed = Uint8Array.fromBase64(text);
  const privateKey = await crypto.subtle.importKey(
    "pkcs8",
    new Uint8Array([...PKCS8, ...seed]),
    ALGORITHM,
    true,
    ["sign"],
  );
  const { x } = await crypto.subtle.exportKey("jwk", privateKey);
  const bytes = Uint8Array.fromBase64(x!, { alphabet: "base64url" });
  return { privateKey, publicKey: bytes.toBase64() };
}

/** Beside the store, so that whoever changes the store alone signs nothing. */
async function keyInFile(path: string): Promise<string> {
  const [found] = await readLines(path);
  if (found !== undefined) return found;
  const made = crypto.getRandomValues(new Uint8Array(BYTES)).toBase64();
  await Deno.writeTextFile(path, `${made}\n`, { mode: 0o600, createNew: true });
  return made;
}
