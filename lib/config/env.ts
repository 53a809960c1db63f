/** The only reader (and, for the tasks, writer) of the environment. */

/** What `parseConfig` reads: names and values, unset names left out. */
export type Env = Readonly<Record<string, string | undefined>>;

export function readEnv(): Env {
  return Deno.env.toObject();
}

/** For the start task, which makes servers and then tells the app of them. */
export function setEnv(name: string, value: string): void {
  Deno.env.set(name, value);
}
