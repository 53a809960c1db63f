import { type Browser, chromium } from "playwright-core";

const HINT = "install Chromium, or say where it is with MILLO_CHROMIUM";

/** Starts the Chromium that is there; none is downloaded. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = Deno.env.get("MILLO_CHROMIUM") ?? onPath();
  if (!executablePath) throw new Error(`Cannot find chromium: ${HINT}`);
  const args = ["--no-sandbox", "--disable-dev-shm-usage"];
  return await chromium.launch({ executablePath, args });
}

function onPath(): string | null {
  for (const folder of (Deno.env.get("PATH") ?? "").split(":")) {
    for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
      try {
        if (Deno.statSync(`${folder}/${name}`).isFile) {
          return `${folder}/${name}`;
        }
      } catch {
        // Not in this folder.
      }
    }
  }
  return null;
}
