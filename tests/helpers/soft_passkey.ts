import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
  Site,
} from "../../lib/credentials/mod.ts";

export const SITE: Site = {
  origin: "http://localhost",
  host: "localhost",
  name: "Millo",
  label: "Millo, a test",
};

/** Flags of WebAuthn section 6.1: present, verified, with a new key. */
const SHOWN = 0x05;
const MADE = 0x45;

/** A passkey as an authenticator keeps it (W3C WebAuthn level 2, ES256). */
export class SoftPasskey {
  readonly id = base64url(crypto.getRandomValues(new Uint8Array(32)));
  counter = 0;
  #pair = crypto.subtle.generateKey(
    { name: "ECDSA", namedCurve: "P-256" },
    true,
    ["sign", "verify"],
  );

  constructor(readonly site = SITE) {}

  /** What a browser answers when this passkey is made. */
  async make(
    { challenge }: PublicKeyCredentialCreationOptionsJSON,
  ): Promise<RegistrationResponseJSON> {
    const { publicKey } = await this.#pair;
    const { x, y } = await crypto.subtle.exportKey("jwk", publicKey);
    const id = bytesOf(this.id);
    const data = joined(
      await this.#head(MADE),
      new Uint8Array(16),
      [0, id.length],
      id,
      // COSE: kind EC2, ES256, curve P-256, then the point.
      [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32],
      bytesOf(x!),
      [0x22, 0x58, 32],
      bytesOf(y!),
    );
    const attestation = joined(
      [0xa3, 0x63],
      text("fmt"),
      [0x64],
      text("none"),
      [0x67],
      text("attStmt"),
      [0xa0, 0x68],
      text("authData"),
      [0x58, data.length],
      data,
    );
    return {
      ...this.#named(),
      response: {
        clientDataJSON: base64url(this.#client("webauthn.create", challenge)),
        attestationObject: base64url(attestation),
      },
    };
  }

  /** What a browser answers when this passkey is shown. */
  async show(
    { challenge }: PublicKeyCredentialRequestOptionsJSON,
  ): Promise<AuthenticationResponseJSON> {
    this.counter++;
    const data = await this.#head(SHOWN);
    const client = this.#client("webauthn.get", challenge);
    const { privateKey } = await this.#pair;
    const signature = await crypto.subtle.sign(
      { name: "ECDSA", hash: "SHA-256" },
      privateKey,
      joined(data, await sha256(client)),
    );
    return {
      ...this.#named(),
      response: {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(der(new Uint8Array(signature))),
      },
    };
  }

  #named() {
    return {
      id: this.id,
      rawId: this.id,
      type: "public-key",
      clientExtensionResults: {},
    } as const;
  }

  #client(type: string, challenge: string): Uint8Array<ArrayBuffer> {
    const { origin } = this.site;
    return text(JSON.stringify({ type, challenge, origin }));
  }

  async #head(flags: number): Promise<Uint8Array<ArrayBuffer>> {
    const count = new DataView(new ArrayBuffer(4));
    count.setUint32(0, this.counter);
    const host = await sha256(text(this.site.host));
    return joined(host, [flags], new Uint8Array(count.buffer));
  }
}

/** Two numbers of 32 bytes as ASN.1, which WebAuthn asks for. */
function der(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const numbers = [raw.subarray(0, 32), raw.subarray(32)].map((number) => {
    const from = number.findIndex((byte) => byte !== 0);
    const short = number.subarray(Math.max(0, from));
    const bytes = short[0] >= 0x80 ? joined([0], short) : short;
    return joined([2, bytes.length], bytes);
  });
  const body = joined(...numbers);
  return joined([0x30, body.length], body);
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

function joined(...parts: ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parts.flatMap((part) => Array.from(part)));
}

function text(said: string): Uint8Array<ArrayBuffer> {
  return joined(new TextEncoder().encode(said));
}

function base64url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

function bytesOf(said: string): Uint8Array {
  return Uint8Array.fromBase64(said, { alphabet: "base64url" });
}
