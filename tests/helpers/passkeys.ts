import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { openApp, type TestApp } from "./app.ts";
import { chromiumForTests } from "./servers.ts";

/** Real browsers with authenticators that are not, for the app on a port. */

export interface Served {
  app: TestApp;
  base: string;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface Opened {
  context: BrowserContext;
  page: Page;
  cdp: CDPSession;
  authenticator: string;
  complaints: string[];
  [Symbol.asyncDispose](): Promise<void>;
}

/** The app on a port of loopback, under the name that browsers trust. */
export async function serve(
  settings: Record<string, string> = {},
): Promise<Served> {
  const ready = Promise.withResolvers<TestApp>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const { pathname, search } = new URL(request.url);
      return (await ready.promise).fetch(`${pathname}${search}`, request);
    },
  );
  const base = `http://localhost:${server.addr.port}`;
  const app = await openApp({ MILLO_ORIGIN: base, ...settings });
  ready.resolve(app);
  return {
    app,
    base,
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      await app[Symbol.asyncDispose]();
    },
  };
}

/** A browser with an authenticator that always finds its owner there. */
export async function open(
  { base }: Pick<Served, "base">,
): Promise<Opened> {
  const browser = await chromiumForTests();
  const context = await browser.newContext({ baseURL: base });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send(
    "WebAuthn.addVirtualAuthenticator",
    {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    },
  );
  return {
    context,
    page,
    cdp,
    authenticator: authenticatorId,
    complaints,
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/** Takes an invitation: a name, and a passkey of this browser. */
export async function join(
  page: Page,
  link: string,
  name: string,
): Promise<void> {
  await page.goto(link);
  await page.getByLabel("The name that colleagues see").fill(name);
  await page.getByRole("button", { name: "Yes, go on" }).click();
  await page.getByRole("button", { name: "Register a passkey" }).click();
  await page.waitForURL("**/admin/me/welcome");
}

/** As a passkey manager does between the devices of one person. */
export async function moveKeys(from: Opened, to: Opened): Promise<void> {
  const { credentials } = await from.cdp.send("WebAuthn.getCredentials", {
    authenticatorId: from.authenticator,
  });
  for (const credential of credentials) {
    await to.cdp.send("WebAuthn.addCredential", {
      authenticatorId: to.authenticator,
      credential,
    });
  }
}

export async function credentials(of: Opened): Promise<string[]> {
  const { credentials } = await of.cdp.send("WebAuthn.getCredentials", {
    authenticatorId: of.authenticator,
  });
  return credentials.map(({ credentialId }) =>
    Uint8Array.fromBase64(credentialId).toBase64({
      alphabet: "base64url",
      omitPadding: true,
    })
  );
}
