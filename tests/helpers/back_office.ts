import { claimCase, listCases, nextCase } from "../../lib/safety/mod.ts";
import type { Store } from "../../lib/store/mod.ts";
import { Actor, addDemoSession, findStaff } from "../../lib/staff/mod.ts";
import { staffAccounts } from "../../lib/staff/records.ts";
import { DemoClock, fillWithDemo } from "../../lib/tasks/demo_data.ts";
import { TestBrowser } from "./app.ts";
import { routesOf } from "./pages.ts";
import type { MovedClock, Site } from "./site.ts";

/** A page of the back office, named after its route. */
export interface OfficePage {
  /** Such as `admin-cases-number`. */
  name: string;
  path: string;
}

/** The site's own clock, by which the past is told. */
class OfficeClock extends DemoClock {
  constructor(readonly own: MovedClock) {
    super(own.now());
    Object.defineProperty(this, "at", {
      get: () => own.now(),
      set: (at: number) => own.ahead = at - Date.now(),
    });
  }
}

/**
 * Fills a site as `deno task demo` does. Answers the cookie of whoever has every
 * role in it, who has taken the most urgent case and the most urgent flag.
 */
export async function fillOffice(
  site: Site,
): Promise<{ token: string; taken: string[] }> {
  const { safety, store } = site.millo();
  const clock = new OfficeClock(site.clock);
  const deps = { ...safety, clock };
  await fillWithDemo(deps);
  const accounts = await Array.fromAsync(store.each(staffAccounts));
  const { auditor } = site.millo();
  await auditor.checkpoint();
  await auditor.verify({ kind: "system" });
  const { id } = accounts.map(({ value }) => value)
    .find(({ name }) => name === "Marta P.")!;
  const token = await addDemoSession(deps, id);
  const staff = (await findStaff(store, token, clock.now()))!;
  const now = clock.now();
  const [cases, flags] = await Promise.all([
    largestCase(store, now),
    nextCase(store, "child_safety", { now, staffId: id, after: null }),
  ]);
  const claim = Actor.authorise(staff, "case.claim", { now });
  const read = Actor.authorise(staff, "age.read", { now });
  if (!claim.ok || !read.ok || !cases || !flags) {
    throw new Error("Cannot take a case");
  }
  await claimCase(safety, claim.value, cases);
  await claimCase(safety, read.value, flags);
  return { token, taken: [`/admin/cases/${cases}`, `/admin/age/${flags}`] };
}

/** The open case with the most reports, which shows what a case can hold. */
async function largestCase(
  store: Store,
  now: number,
): Promise<string | null> {
  const filter = { view: "all", reason: null } as const;
  const asked = { now, staffId: "", cursor: null };
  const { rows } = await listCases(store, "general", filter, asked);
  const [largest] = rows.toSorted((a, b) => b.openReports - a.openReports);
  return largest?.number ?? null;
}

/** One address of every page of the back office that leads to one. */
export async function officePages(
  site: Site,
  { token, taken }: { token: string; taken: readonly string[] },
): Promise<OfficePage[]> {
  const browser = new TestBrowser((path, init) =>
    fetch(site.base + path, { ...init, redirect: "manual" })
  );
  browser.setCookie("millo_staff", token);
  const routes = [...await routesOf(/\.tsx$/)]
    .filter(([file]) => file.startsWith("routes/admin"));
  const found = new Map<string, OfficePage>();
  const seen = new Set<string>();
  const plain = routes.map(([file]) => `/${nameOf(file).replaceAll("-", "/")}`);
  const open = [...taken, "/admin/audit/proofs/0", ...plain];
  for (let path = open.shift(); path; path = open.shift()) {
    const address = path.split("?")[0];
    const [file] = routes.find(([, route]) => route.test(address)) ?? [];
    if (!file || seen.has(path) || found.has(file)) continue;
    seen.add(path);
    const response = await browser.get(path);
    const html = await response.text();
    const type = response.headers.get("content-type") ?? "";
    if (response.status !== 200 || !type.startsWith("text/html")) continue;
    found.set(file, { name: nameOf(file), path });
    for (const [, href] of html.matchAll(/ href="(\/admin[^"#]*)/g)) {
      open.push(href.replaceAll("&amp;", "&"));
    }
  }
  return [...found.values()].sort((a, b) => a.name < b.name ? -1 : 1);
}

/** `routes/admin/cases/[number]/index.tsx` as `admin-cases-number`. */
function nameOf(file: string): string {
  return file.slice("routes/".length).replace(/(\/index)?\.tsx$/, "")
    .replace(/[[\]]/g, "").replaceAll("/", "-");
}
