import type { Millis } from "../kernel/mod.ts";
import type { Limiter, NameOf } from "../limits/mod.ts";
import { neighbourhoodsOf } from "./address.ts";

/**
 * Draws from the bucket of each neighbourhood of an address; 0 when it may
 * happen now, else the wait in ms. The smallest is asked first, so that whoever
 * is refused there takes nothing from their neighbours.
 */
export async function takeForAddress(
  limiter: Limiter,
  name: NameOf<"address">,
  address: string,
): Promise<Millis> {
  for (const { name: subject, share } of neighbourhoodsOf(address)) {
    const waitMs = await limiter.take(name, subject, share);
    if (waitMs > 0) return waitMs;
  }
  return 0;
}
