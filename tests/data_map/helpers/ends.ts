/** What KV was told about the end of each key, by who wrote it last. */
export class Ends {
  #last = new Map<string, { at: string; expireIn: number | undefined }>();

  /** The same handle, whose successful commits are noted; it stays open. */
  of(kv: Deno.Kv): Deno.Kv {
    const note = (...write: Parameters<Ends["note"]>) => this.note(...write);
    return new Proxy(kv, {
      get(target, name) {
        if (name === "atomic") return () => noted(target.atomic(), note);
        if (name === "close") return () => {};
        const part = Reflect.get(target, name, target);
        return typeof part === "function" ? part.bind(target) : part;
      },
    });
  }

  note(key: Deno.KvKey, at: string, expireIn: number | undefined): void {
    const name = JSON.stringify(key);
    const last = this.#last.get(name);
    if (!last || last.at < at) this.#last.set(name, { at, expireIn });
  }

  /** The keys under a prefix that KV drops by itself. */
  ending(prefix: Deno.KvKey): string[] {
    return this.#under(prefix).filter(([, { expireIn }]) =>
      expireIn !== undefined
    ).map(([key]) => key);
  }

  /** How many keys under a prefix were written. */
  count(prefix: Deno.KvKey): number {
    return this.#under(prefix).length;
  }

  #under(prefix: Deno.KvKey) {
    const start = JSON.stringify(prefix).slice(0, -1);
    return [...this.#last].filter(([key]) => key.startsWith(start));
  }
}

function noted(
  atomic: Deno.AtomicOperation,
  note: Ends["note"],
): Deno.AtomicOperation {
  const sets: [Deno.KvKey, number | undefined][] = [];
  const set = atomic.set.bind(atomic);
  const commit = atomic.commit.bind(atomic);
  atomic.set = (key, value, options) => {
    sets.push([key, options?.expireIn]);
    return set(key, value, options);
  };
  atomic.commit = async () => {
    const done = await commit();
    if (done.ok) {
      for (const [key, end] of sets) note(key, done.versionstamp, end);
    }
    return done;
  };
  return atomic;
}
