/** Puts the register of processing beside the code, for review. */
import { registerText } from "./register_text.ts";

if (import.meta.main) {
  await Deno.writeTextFile(
    new URL("register.json", import.meta.url),
    registerText(),
  );
}
