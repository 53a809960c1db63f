import { openApp, type TestApp, type TestBrowser } from "./app.ts";

export const SECRET = "b7d1f0a2c94e5836b7d1f0a2c94e5836";
const PATH = new URL("./age_provider.ts", import.meta.url).pathname;

/** The provider as a process, and a Millo in the United Kingdom before it. */
export async function openChecked() {
  let provider = await startProvider();
  const url = `http://127.0.0.1:${provider.port}`;
  const opened: { app?: TestApp } = {};
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request, info) => opened.app!.handler(request, info),
  );
  const app = opened.app = await openApp({
    MILLO_REGION_HEADER: "x-country",
    MILLO_ORIGIN: `http://127.0.0.1:${server.addr.port}`,
    MILLO_AGE_URL: url,
    MILLO_AGE_SECRET: SECRET,
  });
  app.clock.at = Date.now();
  return {
    app,
    url,
    browser: () => browserIn(app, "GB"),
    /** A browser where one's own word is enough. */
    elsewhere: () => browserIn(app, null),
    stopProvider: () => provider.stop(),
    async startAgain() {
      provider = await startProvider(provider.port);
    },
    async [Symbol.asyncDispose]() {
      await provider.stop();
      await app[Symbol.asyncDispose]();
      await server.shutdown();
    },
  };
}

async function startProvider(port = "0") {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-config", "-N", PATH, SECRET, port],
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.getReader();
  const { value } = await reader.read();
  let running = true;
  return {
    port: new TextDecoder().decode(value).trim(),
    async stop() {
      if (running) child.kill();
      running = false;
      await reader.cancel();
      await child.status;
    },
  };
}

/** A browser whose requests come by a proxy that may name the country. */
function browserIn(app: TestApp, country: string | null): TestBrowser {
  const browser = app.browser();
  const fetch = browser.fetch.bind(browser);
  browser.fetch = (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (country !== null) headers.set("x-country", country);
    if (init.method === "POST") {
      headers.set("origin", app.millo.config.origin!);
    }
    return fetch(path, { ...init, headers });
  };
  return browser;
}

/** The provider says how a check went, by its callback or when it is asked. */
export async function answer(
  url: string,
  ref: string,
  given: { state: string; expiresAt: number; tell: boolean },
): Promise<unknown> {
  const response = await fetch(`${url}/checks/${ref}/answer`, {
    method: "POST",
    body: JSON.stringify(given),
  });
  return response.status === 204 ? null : await response.json();
}
