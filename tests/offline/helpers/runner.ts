/**
 * Runs all checks of a suite that need no browser, inside the workspace given
 * as the argument, and prints what it observed as one line of JSON.
 */
import {
  type Check,
  kindOf,
  type Observed,
  readSuite,
  type SuiteName,
} from "./checks.ts";
import { refusedLines } from "./refused_lines.ts";

type Fetch = (
  req: Request,
  info: Deno.ServeHandlerInfo,
) => Promise<Response>;

/** Observed on an app that had answered the same request before. */
const REPEATED = new Set(["C068"]);

const [folder, name] = Deno.args;
const suite = await readSuite(name as SuiteName);
const fetches = new Map<string, Promise<Fetch>>();
const etags = new Map<string, string>();
const buildIds = new Map<string, string>();

async function loadFetch(check: Check): Promise<Fetch> {
  if (kindOf(suite, check) === "app") {
    const { app } = await import(`file://${folder}/apps/${check.setup}.tsx`);
    return app.handler();
  }
  const site = `file://${folder}/sites/${check.setup}`;
  const server = await import(`${site}/_fresh/server.js`);
  const snapshot = await Deno.readTextFile(
    new URL(`${site}/_fresh/snapshot.js`),
  );
  buildIds.set(check.setup, /[0-9a-f]{40}/.exec(snapshot)?.[0] ?? "");
  return server.default.fetch;
}

function requestOf({ setup, request }: Check): Request {
  const { method, path, headers = {}, body } = request!;
  const fill = (text: string) =>
    text.replaceAll("{BUILD_ID}", buildIds.get(setup) ?? "")
      .replaceAll("{ETAG}", etags.get(setup) ?? "")
      .replaceAll("{STRONG_ETAG}", (etags.get(setup) ?? "").replace("W/", ""));
  const url = path.startsWith("http") ? path : "http://localhost" + path;
  const filled = Object.entries(headers).map(([name, value]) =>
    [name, fill(value)] as [string, string]
  );
  return new Request(fill(url), { method, headers: filled, body });
}

function infoOf({ request }: Check): Deno.ServeHandlerInfo {
  const hostname = request?.remote ?? "127.0.0.1";
  return {
    remoteAddr: { transport: "tcp", hostname, port: 50000 },
    completed: Promise.resolve(),
  };
}

function headersOf(response: Response): Record<string, string> {
  const headers = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies.sort().join(" | ");
  return headers;
}

async function answer(check: Check): Promise<Observed> {
  const pending = fetches.get(check.setup) ?? loadFetch(check);
  fetches.set(check.setup, pending);
  const fetch = await pending;
  const { error } = console;
  let consoleErrors = 0;
  console.error = () => consoleErrors++;
  try {
    const response = await fetch(requestOf(check), infoOf(check));
    const etag = response.headers.get("etag");
    if (etag) etags.set(check.setup, etag);
    const body = await response.text();
    if (check.headers) return partOf(response, check.headers);
    return {
      status: response.status,
      headers: headersOf(response),
      body,
      ...(consoleErrors > 0 ? { consoleErrors } : {}),
    };
  } catch (error) {
    return { threw: String(error) };
  } finally {
    console.error = error;
  }
}

function partOf({ status, headers }: Response, names: string[]): Observed {
  const found = names.map((name) => [name, headers.get(name)]);
  return { status, headers: Object.fromEntries(found) };
}

async function runModule({ setup }: Check): Promise<unknown> {
  const module = await import(`file://${folder}/apps/${setup}.tsx`);
  return await module.default();
}

async function isThere({ setup, file }: Check): Promise<boolean> {
  const path = `${folder}/sites/${setup}/${file}`;
  return await Deno.stat(path).then(() => true, () => false);
}

function observe(check: Check): Promise<unknown> {
  const kind = kindOf(suite, check);
  if (kind === "module") return runModule(check);
  if (kind === "types") {
    return refusedLines(`${folder}/apps/${check.setup}.tsx`);
  }
  return check.file ? isThere(check) : answer(check);
}

const results: Record<string, unknown> = {};
for (const check of suite.checks) {
  if (check.script) continue;
  try {
    if (REPEATED.has(check.id)) await answer(check);
    results[check.id] = await observe(check);
  } catch (error) {
    results[check.id] = { failed: Error.isError(error) ? error.stack : error };
  }
}
console.log("\nRESULTS " + JSON.stringify(results));
Deno.exit(0);
