import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { auditEntries } from "../../lib/audit/records.ts";
import { inviteByCommand } from "../../lib/tasks/staff.ts";
import { reported } from "../helpers/safety.ts";
import {
  join,
  open,
  type Opened,
  serve,
  type Served,
} from "../helpers/passkeys.ts";

/** Servers and browser outlive a test here; each closes what it opened. */
const real = { sanitizeOps: false, sanitizeResources: false };

Deno.test({
  name: "S01: the first admin comes in by the printed link, invites, and rules",
  ...real,
  async fn() {
    const data = await Deno.makeTempDir();
    await using site = await serve({ MILLO_DATA: data });
    const link = await inviteByCommand(
      site.app.millo.config,
      ["admin"],
      site.app.clock,
    );
    await using marta = await open(site);
    await join(marta.page, link, "Marta P.");
    const codes = await keepCodes(marta.page, site);
    assertEquals(new Set(codes).size, 8);
    await marta.page.goto(link);
    await marta.page.getByText("This link has ended").waitFor();

    await using noor = await open(site);
    await join(noor.page, await inviteNoor(marta.page, site), "Noor H.");
    await noor.page.goto(`${site.base}/admin`);
    await noor.page.getByRole("heading", { name: "Home" }).waitFor();
    assertEquals(await statusOf(noor.page, `${site.base}/admin/staff`), 403);

    await noor.page.goto(`${site.base}/admin`);
    await noor.page.getByRole("button", { name: "Sign out" }).click();
    await noor.page.waitForURL(`${site.base}/staff`);
    assertEquals(await statusOf(noor.page, `${site.base}/admin`), 404);
    await signIn(noor.page, site);

    await changeRolesLate(marta.page, site);
    await noor.page.goto(`${site.base}/admin`);
    await noor.page.getByText("Moderator, Privacy").waitFor();

    await marta.page.getByRole("button", { name: "Sign them out" }).click();
    await marta.page.waitForLoadState();
    const start = performance.now();
    assertEquals(await statusOf(noor.page, `${site.base}/admin`), 404);
    assert(performance.now() - start < 1000);
    await signIn(noor.page, site);

    await marta.page.getByText("Remove Noor H. from the staff").click();
    await marta.page.getByRole("button", { name: "Remove from" }).click();
    await marta.page.waitForURL(`${site.base}/admin/staff`);
    assertEquals(await statusOf(noor.page, `${site.base}/admin`), 404);
    await noor.page.goto(`${site.base}/staff`);
    await noor.page.getByRole("button", { name: "Use your passkey" }).click();
    await noor.page.getByText("That did not work").waitFor();

    assertEquals(await actionsOf(site), [
      ...["staff.invite", "staff.join", "staff.passkey.add"],
      "staff.code.make",
      ...["staff.invite", "staff.join", "staff.passkey.add"],
      ...["access.denied", "staff.session.end", "staff.signin"],
      ...["staff.signin", "staff.roles"],
      ...["staff.session.end", "staff.signin", "staff.remove"],
    ]);
    assertEquals(complaintsOf(marta, noor), []);
    await Deno.remove(data, { recursive: true });
  },
});

Deno.test({
  name: "S01: a recovery code lets a new passkey in, once, and nothing else",
  ...real,
  async fn() {
    const data = await Deno.makeTempDir();
    await using site = await serve({ MILLO_DATA: data });
    const { config } = site.app.millo;
    const link = await inviteByCommand(config, ["admin"], site.app.clock);
    await using lost = await open(site);
    await join(lost.page, link, "Marta P.");
    const [code] = await keepCodes(lost.page, site);

    await using found = await open(site);
    await tryCode(found.page, site, code);
    await found.page.getByRole("heading", { name: "Register a passkey" })
      .waitFor();
    assertEquals(await statusOf(found.page, `${site.base}/admin`), 404);
    await found.page.goBack();
    await found.page.getByRole("button", { name: "Register a passkey" })
      .click();
    await found.page.waitForURL(`${site.base}/admin/me`);
    await found.page.getByText("7 of 8 left").waitFor();
    const removals = found.page.getByRole("button", { name: "Remove this" });
    assertEquals(await removals.count(), 2);

    await using other = await open(site);
    await tryCode(other.page, site, code);
    await other.page.getByText("not one of ours").first().waitFor();
    assertEquals(complaintsOf(lost, found, other), []);
    await Deno.remove(data, { recursive: true });
  },
});

Deno.test({
  name: "S01: two people ban, each with the passkey shown for this very case",
  ...real,
  async fn() {
    const data = await Deno.makeTempDir();
    await using site = await serve({ MILLO_DATA: data });
    const { millo, clock } = site.app;
    const link = () => inviteByCommand(millo.config, ["moderator"], clock);
    await using ines = await open(site);
    await using jonas = await open(site);
    await join(ines.page, await link(), "Ines K.");
    await join(jonas.page, await link(), "Jonas R.");
    const { case: number } = await reported(millo.safety);
    const path = `${site.base}/admin/cases/${number}`;

    await ines.page.goto(path);
    await ines.page.getByRole("button", { name: "Take this case" }).click();
    await ines.page.getByRole("radio", { name: "Ban", exact: true }).check();
    await ines.page.locator("#rule").selectOption("harm");
    await ines.page.locator("#facts").fill("You undressed.");
    await ines.page.getByRole("button", { name: "Decide and tell" }).click();
    await ines.page.getByRole("button", { name: "Use your passkey" }).click();
    await ines.page.waitForURL(`**/admin/cases?decided=${number}`);

    await jonas.page.goto(path);
    await jonas.page.getByRole("button", { name: "Agree to the ban" }).click();
    await jonas.page.getByRole("button", { name: "Use your passkey" }).click();
    await jonas.page.waitForURL(path);
    const actions = await actionsOf(site);
    assert(actions.includes("ban.confirm"), actions.join());
    assertEquals(complaintsOf(ines, jonas), []);
    await Deno.remove(data, { recursive: true });
  },
});

async function keepCodes(page: Page, { base }: Served): Promise<string[]> {
  await page.getByRole("button", { name: "Make 8 new codes" }).click();
  const codes = await page.locator(".codes code").allTextContents();
  await page.getByLabel("I have kept them").check();
  await page.getByRole("button", { name: "Go to the back office" }).click();
  await page.waitForURL(`${base}/admin?`);
  return codes;
}

async function inviteNoor(page: Page, { base }: Served): Promise<string> {
  await page.goto(`${base}/admin/staff`);
  await page.getByLabel("For whom").fill("Noor H.");
  await page.getByRole("checkbox", { name: "Moderator" }).check();
  await page.getByRole("button", { name: "Make a link" }).click();
  return await page.getByLabel("The link for Noor H.").inputValue();
}

async function signIn(page: Page, { base }: Served): Promise<void> {
  await page.goto(`${base}/staff`);
  await page.getByRole("button", { name: "Use your passkey" }).click();
  await page.waitForURL(`${base}/admin`);
}

/** The form comes back for want of a passkey, and goes once more by itself. */
async function changeRolesLate(
  page: Page,
  { base, app }: Served,
): Promise<void> {
  app.clock.pass(6 * 60_000);
  await page.goto(`${base}/admin/staff`);
  await page.getByRole("link", { name: "Noor H." }).click();
  await page.getByRole("checkbox", { name: "Privacy" }).check();
  await page.getByRole("button", { name: "Save roles" }).click();
  await page.getByText("What comes next needs your passkey").waitFor();
  assert(await page.getByRole("checkbox", { name: "Privacy" }).isChecked());
  await page.getByRole("button", { name: "Use your passkey" }).click();
  await page.locator(".head").getByText("Moderator, Privacy").waitFor();
}

async function tryCode(
  page: Page,
  { base }: Served,
  code: string,
): Promise<void> {
  await page.goto(`${base}/staff`);
  await page.getByText("You have lost your passkey").click();
  await page.getByLabel("Recovery code").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Go on with the code" }).click();
}

async function statusOf(page: Page, url: string): Promise<number> {
  return (await page.goto(url))!.status();
}

async function actionsOf({ app }: Served): Promise<string[]> {
  const entries = await Array.fromAsync(app.millo.store.each(auditEntries));
  return entries.map(({ value }) => value.action);
}

function complaintsOf(...opened: Opened[]): string[] {
  return opened.flatMap(({ complaints }) => complaints);
}
