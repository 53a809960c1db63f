import { type AgeProvider, ProviderUnavailable, regionIn } from "../age/mod.ts";
import type { Ctx } from "./state.ts";

/**
 * Where the visitor is, by a header that a proxy of ours sets; null where
 * there is none: anybody can send headers.
 */
export function regionOf({ req, state }: Ctx): string | null {
  const { regionHeader } = state.millo.config;
  return regionHeader ? regionIn(req.headers.get(regionHeader)) : null;
}

/** False when the provider cannot be asked: then the gate stays shut. */
export async function withProvider(
  ctx: Ctx,
  work: (provider: AgeProvider) => Promise<unknown>,
): Promise<boolean> {
  const { ageProvider } = ctx.state.millo;
  if (!ageProvider) return false;
  try {
    await work(ageProvider);
    return true;
  } catch (error) {
    if (error instanceof ProviderUnavailable) return false;
    throw error;
  }
}
