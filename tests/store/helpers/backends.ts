import { openStore, type Store } from "../../../lib/store/mod.ts";
import { TestClock } from "../../helpers/clock.ts";
import { denokvForTests } from "./denokv.ts";

export interface Opened {
  store: Store;
  clock: TestClock;
  /** Where the store was opened, to open it again. */
  at: string;
  /** A temporary folder, the store's own where it is a file. */
  folder: string;
}

type Test = (opened: Opened) => Promise<void>;

export const BACKENDS = [":memory:", "a file", "denokv"] as const;
export type Backend = typeof BACKENDS[number];

/** Registers one test for each place that a store can lie in. */
export function onEveryBackend(name: string, test: Test): void {
  for (const backend of BACKENDS) {
    Deno.test({
      name: `${name} (${backend})`,
      // The server and its handles outlive a step of the runner's bookkeeping.
      sanitizeOps: backend !== "denokv",
      sanitizeResources: backend !== "denokv",
      fn: () => withBackend(backend, test),
    });
  }
}

export async function withBackend(
  backend: Backend,
  test: Test,
): Promise<void> {
  await withFolder(async (folder) => {
    const server = backend === "denokv" ? await denokvForTests(folder) : null;
    const at = server?.url ??
      (backend === "a file" ? `${folder}/millo.kv` : ":memory:");
    const clock = new TestClock();
    try {
      const store = await openStore({ at, clock });
      try {
        await test({ store, clock, at, folder });
      } finally {
        await store.close().catch(() => {});
      }
    } finally {
      await server?.stop();
    }
  });
}

export async function withFolder(
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "millo-store-" });
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
