import { argon2id, argon2Verify } from "hash-wasm";

/** The least that OWASP's password storage cheat sheet asks of argon2id. */
const COST = { parallelism: 1, iterations: 2, memorySize: 19_456 };

/** What is kept in place of a secret that a person writes down. */
export function hashSecret(secret: string): Promise<string> {
  return argon2id({
    ...COST,
    password: secret,
    salt: crypto.getRandomValues(new Uint8Array(16)),
    hashLength: 32,
    outputType: "encoded",
  });
}

export function fitsHash(secret: string, hash: string): Promise<boolean> {
  return argon2Verify({ password: secret, hash });
}
