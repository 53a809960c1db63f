/**
 * For: who else handles data for Millo, and on what footing.
 * Keeps: nothing; the register is text, with an entry for each declared provider.
 * Enter: privacy, for the policy and the copy.
 */
export { PROVIDER_REGISTER, type ProviderEntry } from "./providers.ts";
