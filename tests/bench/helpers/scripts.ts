import type { Page, Response } from "playwright-core";

export interface Script {
  name: string;
  body: Uint8Array<ArrayBuffer>;
}

/**
 * Notes every script of a page, from its files and from its own markup;
 * answers how to read what has come so far.
 */
export function watchScripts(page: Page): () => Promise<Script[]> {
  const responses: Response[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") {
      responses.push(response);
    }
  });
  return async () => {
    const files = responses.map(async (response) => ({
      name: new URL(response.url()).pathname,
      body: new Uint8Array(await response.body()),
    }));
    return [...await inline(page), ...await Promise.all(files)];
  };
}

async function inline(page: Page): Promise<Script[]> {
  const texts = await page.locator("script:not([src])").evaluateAll((found) =>
    found.filter((one) =>
      (one as HTMLScriptElement).type !== "application/json"
    )
      .map((one) => one.textContent ?? "")
  );
  return texts.map((text) => ({
    name: "inline",
    body: new TextEncoder().encode(text),
  }));
}
