export { dirname, resolve } from "node:path";
export { fileURLToPath as fromFileUrl } from "node:url";
