import { buildRegister } from "./register.ts";
import { registry } from "./registry.ts";

/** The register as it is kept in `register.json`. */
export function registerText(): string {
  return `${JSON.stringify(buildRegister(registry), null, 2)}\n`;
}
