export { PROVIDER_REGISTER, type ProviderEntry } from "./providers.ts";
