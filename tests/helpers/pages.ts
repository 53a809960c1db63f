import type { Millo } from "../../lib/app/mod.ts";
import {
  ADULT,
  AGREED,
  CHILD,
  isStaffRole,
  type Role,
  TestBrowser,
} from "./app.ts";
import { addStaff } from "./staff.ts";

/** A page as somebody meets it. */
export interface MetPage {
  path: string;
  role: Role;
  status: number;
}

/** Where a page is met first; `refused` only meets what says no. */
const LOOKERS: readonly Role[] = [
  "visitor",
  "gated",
  "member",
  "refused",
  "admin",
  "moderator",
  "child-safety",
];

/** Two of a kind, such as two versions of a text, are enough to look at. */
const MAX_OF_A_KIND = 2;

/** What is not found by following links: faults and answers to a visitor. */
const ALSO: readonly [Role, string][] = [
  ["visitor", "/nowhere"],
  ["member", "/"],
  ["visitor", "/staff/invitations/no-such-link"],
];

/** Nobody meets these without a provider of age checks beside the app. */
const BEHIND_A_PROVIDER = ["routes/age/check.tsx"];

/** Nobody meets these without a call before. */
const AFTER_A_CALL = [
  "routes/account/standing/check.tsx",
  "routes/age/flag.tsx",
  "routes/staff/entry/[token].tsx",
  "routes/account/reports/[id]/index.tsx",
  "routes/admin/age/[number]/index.tsx",
  "routes/admin/appeals/[id]/index.tsx",
  "routes/admin/cases/[number]/index.tsx",
  "routes/talk/calls/[id]/report.tsx",
];

/** Shown as the answer to a form, and never again. */
const AFTER_A_FORM = [
  "routes/account/blocks/[id]/nickname.tsx",
  "routes/account/contact/code.tsx",
  "routes/account/keys/code/index.tsx",
  "routes/account/reports/[id]/appeal.tsx",
  "routes/account/reports/[id]/note.tsx",
  "routes/account/reports/[id]/reply.tsx",
  "routes/account/standing/appeal.tsx",
  "routes/account/standing/reply.tsx",
  "routes/admin/age/[number]/claim.tsx",
  "routes/admin/age/[number]/decision.tsx",
  "routes/admin/age/[number]/pass.tsx",
  "routes/admin/appeals/[id]/answer.tsx",
  "routes/admin/appeals/[id]/question.tsx",
  "routes/admin/cases/bulk/[id]/index.tsx",
  "routes/admin/cases/bulk/decision.tsx",
  "routes/admin/cases/bulk/index.tsx",
  "routes/admin/cases/views/index.tsx",
  "routes/admin/cases/[number]/claim.tsx",
  "routes/admin/cases/[number]/decision.tsx",
  "routes/admin/cases/[number]/pass.tsx",
  "routes/admin/cases/[number]/second.tsx",
  "routes/admin/me/alert-address/code.tsx",
  "routes/admin/me/alert-address/index.tsx",
  "routes/admin/me/codes.tsx",
  "routes/admin/staff/[id]/removal.tsx",
  "routes/admin/staff/[id]/roles.tsx",
  "routes/admin/staff/invitations/index.tsx",
  "routes/reference/appeal.tsx",
  "routes/reference/check.tsx",
  "routes/reference/erasure.tsx",
  "routes/reference/note.tsx",
  "routes/reference/reply.tsx",
];

/** Every file of routes/ that shows a page by itself, with what its addresses look like. */
export async function pageRoutes(): Promise<Map<string, RegExp>> {
  const routes = await routesOf(/\.tsx$/);
  for (const file of [...BEHIND_A_PROVIDER, ...AFTER_A_CALL, ...AFTER_A_FORM]) {
    routes.delete(file);
  }
  return routes;
}

export async function routesOf(kind: RegExp): Promise<Map<string, RegExp>> {
  const routes = new Map<string, RegExp>();
  for (const file of await filesBelow("routes")) {
    if (!kind.test(file) || /\/_\w+\.tsx?$/.test(file)) continue;
    const path = file.slice("routes".length).replace(/\.tsx?$/, "")
      .replace(/\/index$/, "").replace(/\/\(\w+\)/g, "") || "/";
    const pattern = path.replace(/\[\.{3}\w+\]/g, ".+")
      .replace(/\[\w+\]/g, "[^/]+");
    routes.set(file, new RegExp(`^${pattern}$`));
  }
  return routes;
}

/** All pages there are, found by address and by following links as each role. */
export async function meetPages(
  as: (role: Role) => Promise<TestBrowser>,
): Promise<MetPage[]> {
  const met: MetPage[] = [];
  const routes = [...(await pageRoutes()).values()];
  for (const role of LOOKERS) {
    const browser = await as(role);
    const more = role === "member"
      ? [...await leaveTraces(browser), ...await leaveForEver(await as(role))]
      : role === "admin"
      ? await leaveLinks(browser)
      : [];
    // Somebody else on the staff, whose page is another than one's own.
    if (role === "admin") await as("moderator");
    for (const page of await walk(browser, role, routes, more)) {
      const known = met.some(({ path, status }) =>
        path === page.path && status === page.status
      );
      if (!known) met.push(page);
    }
  }
  for (const [role, path] of ALSO) {
    const { status } = await (await as(role)).get(path);
    met.push({ path, role, status });
  }
  return met;
}

async function walk(
  browser: TestBrowser,
  role: Role,
  routes: RegExp[],
  more: string[],
): Promise<MetPage[]> {
  const found: MetPage[] = [];
  const kinds = new Map<RegExp, number>();
  const plain = routes.map(addressOf).filter((path) => path !== null);
  const open = [...plain, ...more];
  const seen = new Set<string>();
  for (let path = open.shift(); path; path = open.shift()) {
    const kind = routes.find((route) => route.test(path.split("?")[0]));
    if (!kind || seen.has(path)) continue;
    seen.add(path);
    if ((kinds.get(kind) ?? 0) >= MAX_OF_A_KIND) continue;
    const response = await browser.get(path);
    const html = await response.text();
    const isPage = /^text\/html/.test(response.headers.get("content-type")!);
    if (!isPage || response.status === 403 && role !== "refused") continue;
    if (response.status >= 400 && path !== "/age") continue;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    found.push({ path, role, status: response.status });
    open.push(...linksIn(html));
  }
  return found;
}

/** A route without parameters is an address already. */
function addressOf({ source }: RegExp): string | null {
  const path = source.slice(1, -1).replaceAll("\\/", "/");
  return /[[+]/.test(path) ? null : path;
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/ href="(\/[^"#]*)/g)]
    .map(([, href]) => href.replaceAll("&amp;", "&"));
}

/** What makes pages that only somebody with a past meets: an answer, a number. */
async function leaveTraces(browser: TestBrowser): Promise<string[]> {
  const html = await (await browser.get("/contact")).text();
  const sent = await browser.post("/contact", {
    form: /name="form" value="(\w+)"/.exec(html)?.[1] ?? "",
    about: "other",
    text: "A message that is answered in the inbox.",
    address: "",
  });
  return [placeOf(sent)];
}

/** What is left of somebody who is gone. */
async function leaveForEver(browser: TestBrowser): Promise<string[]> {
  return [placeOf(await browser.post("/account/data/erasure", { sure: "1" }))];
}

/** Links that lead to joining the staff, and to a passkey of one's own. */
async function leaveLinks(browser: TestBrowser): Promise<string[]> {
  const invited = await browser.post("/admin/staff/invitations", {
    name: "Noor",
    roles: "privacy",
  });
  const html = await invited.text();
  const link = /\/staff\/invitations\/[0-9a-z]{52}/.exec(html)?.[0];
  if (!link) throw new Error(`Cannot invite: the answer was ${invited.status}`);
  return [link, placeOf(await browser.post("/admin/me", {}))];
}

function placeOf({ status, headers }: Response): string {
  const place = headers.get("location");
  if (place !== null) return place;
  throw new Error(`Cannot leave traces: the answer was ${status}`);
}

/** The same on a site of this very process, where the staff are let in as well. */
export async function browserOn(
  { base, millo }: { base: string; millo(): Millo },
  role: Role,
): Promise<TestBrowser> {
  const browser = await browserAt(base, role);
  if (isStaffRole(role)) {
    const { token } = await addStaff(millo(), [role]);
    browser.setCookie("millo_staff", token);
  }
  return browser;
}

/** A browser of that role on a site that listens. */
export async function browserAt(
  base: string,
  role: Role,
): Promise<TestBrowser> {
  const browser = new TestBrowser((path, init) => {
    const headers = new Headers(init?.headers);
    if (headers.has("origin")) headers.set("origin", base);
    return fetch(base + path, { ...init, headers, redirect: "manual" });
  });
  if (role === "refused") await browser.post("/age", CHILD);
  if (role === "gated" || role === "member") await browser.post("/age", ADULT);
  if (role === "member") await browser.post("/consent", AGREED);
  return browser;
}

export async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    const path = `${folder}/${entry.name}`;
    found.push(...entry.isDirectory ? await filesBelow(path) : [path]);
  }
  return found.sort();
}
