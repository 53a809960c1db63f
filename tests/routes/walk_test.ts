import { assert, assertEquals } from "@std/assert";
import {
  ACCESS,
  accessOf,
  methodsOf,
  permissionIn,
} from "../../lib/http/access.ts";
import { type Stage, WAY_IN, type WayInPage } from "../../lib/http/way_in.ts";
import { isHidden, permissionsOf } from "../../lib/staff/mod.ts";
import {
  isMemberRole,
  isStaffRole,
  openApp,
  type Role,
  ROLES,
} from "../helpers/app.ts";
import { filesBelow } from "../helpers/pages.ts";

type Answers = Partial<Record<Role, number>> & { others: number };

/**
 * What whoever may enter gets: 200 for a page and 422 for an empty form, where
 * nothing else is said here. Who may enter is not said here at all; see ACCESS.
 */
interface Sample {
  path?: string;
  GET?: number | Answers;
  POST?: number | Answers;
}

const SAMPLES: Record<string, Sample> = {
  "/policies/:slug": { path: "/policies/privacy" },
  "/policies/:slug/:version": { path: "/policies/privacy/1" },
  // Whoever has no pass has nothing to give back.
  "/consent/refusal": { POST: 303 },
  // Whoever is kept out of calls is led to what keeps them out.
  "/talk": {
    GET: { restricted: 403, banned: 303, suspended: 303, others: 200 },
  },
  // Nobody here asks for a socket.
  "/talk/live": { GET: 426 },
  // Nobody was flagged, nor asked for a check.
  "/age/flag": { GET: 404, POST: 404 },
  "/account/standing/check": { GET: 303, POST: 303 },
  "/account/standing/appeal": { GET: 303 },
  // Nobody asked them anything.
  "/account/standing/reply": { GET: 303, POST: 404 },
  // Nobody's call, and nobody's report.
  "/talk/calls/:id/report": {
    path: "/talk/calls/x/report",
    GET: 404,
    POST: 404,
  },
  "/account/reports/:id": { path: "/account/reports/x", GET: 404 },
  "/account/reports/:id/appeal": {
    path: "/account/reports/x/appeal",
    GET: 303,
    POST: 404,
  },
  "/account/reports/:id/reply": {
    path: "/account/reports/x/reply",
    GET: 303,
    POST: 404,
  },
  // Without a number nothing is opened.
  "/reference/appeal": { GET: 303 },
  "/reference/check": { GET: 303 },
  "/reference/copy": { POST: 303 },
  "/reference/erasure": { GET: 303, POST: 303 },
  "/reference/note": { GET: 303 },
  "/reference/reply": { GET: 303 },
  "/account/reports/:id/note": {
    path: "/account/reports/x/note",
    GET: 303,
    POST: 404,
  },
  "/account/reports/:id/withdrawal": {
    path: "/account/reports/x/withdrawal",
    POST: 404,
  },
  "/account/contact/code": { GET: 303 },
  "/account/contact/removal": { POST: 303 },
  // Without a key there is no copy yet.
  "/account/data/copy": { POST: 303 },
  // Without a receipt of theirs, whoever has no account is told nothing.
  "/account/data/erasure": {
    POST: {
      ...{ member: 422, restricted: 422, banned: 422, suspended: 422 },
      others: 403,
    },
  },
  // Nobody's block, and nobody's call.
  "/account/blocks/:id/nickname": {
    path: "/account/blocks/x/nickname",
    GET: 303,
    POST: 404,
  },
  "/account/blocks/:id/removal": {
    path: "/account/blocks/x/removal",
    POST: 404,
  },
  "/account/history/:call/block": {
    path: "/account/history/x/block",
    POST: 404,
  },
  // Nobody's session, device, message, passkey and receipt.
  "/account/sessions/:id/end": { path: "/account/sessions/x/end", POST: 303 },
  "/account/devices/:id/removal": {
    path: "/account/devices/x/removal",
    POST: 303,
  },
  "/account/inbox/:id": {
    path: "/account/inbox/00000000000000000000000000",
    GET: 404,
  },
  "/account/keys/passkeys/:id/removal": {
    path: "/account/keys/passkeys/x/removal",
    POST: 303,
  },
  "/account/receipts/:hash": {
    path: `/account/receipts/${"0".repeat(64)}`,
    GET: 404,
  },
  "/account/keys/challenge": { POST: 200 },
  "/account/keys/code": { GET: 303, POST: 200 },
  "/account/keys/code/removal": { POST: 303 },
  // A form is not what a script of ours sends.
  "/account/keys/passkey": { POST: 415 },
  "/account/notices": { POST: 303 },
  // They have none.
  "/account/picture/image": { GET: 404 },
  "/account/picture/removal": { POST: 303 },
  "/account/return/challenge": { POST: 200 },
  "/account/return/passkey": { POST: 415 },
  "/account/sessions/end": { POST: 303 },
  "/admin/alerts/:id/answer": { path: "/admin/alerts/x/answer", POST: 404 },
  "/admin/audit": { POST: 303 },
  "/admin/audit/proofs/:index": { path: "/admin/audit/proofs/0" },
  // Nobody appealed.
  "/admin/appeals/:id": { path: "/admin/appeals/x", GET: 404 },
  "/admin/appeals/:id/answer": {
    path: "/admin/appeals/x/answer",
    GET: 303,
    POST: 404,
  },
  "/admin/appeals/:id/claim": { path: "/admin/appeals/x/claim", POST: 404 },
  // Nobody was flagged.
  "/admin/age/:number": { path: "/admin/age/x", GET: 404 },
  "/admin/age/:number/claim": {
    path: "/admin/age/x/claim",
    GET: 303,
    POST: 404,
  },
  "/admin/age/:number/decision": {
    path: "/admin/age/x/decision",
    GET: 303,
    POST: 404,
  },
  "/admin/age/:number/pass": {
    path: "/admin/age/x/pass",
    GET: 303,
    POST: 404,
  },
  "/admin/age/:number/release": { path: "/admin/age/x/release", POST: 303 },
  "/admin/appeals/:id/question": {
    path: "/admin/appeals/x/question",
    GET: 303,
    POST: 404,
  },
  // No case has this number.
  // The whole queue is not saved.
  "/admin/cases/views": { GET: 303, POST: 303 },
  "/admin/cases/views/removal": { GET: 405, POST: 303 },
  // Nothing was chosen, and nothing decided.
  "/admin/cases/bulk": { GET: 303 },
  "/admin/cases/bulk/decision": { GET: 303 },
  "/admin/cases/bulk/:id": { path: "/admin/cases/bulk/x", GET: 404 },
  "/admin/cases/bulk/:id/undo": {
    path: "/admin/cases/bulk/x/undo",
    POST: 404,
  },
  "/admin/cases/next": { POST: 303 },
  "/admin/cases/:number": { path: "/admin/cases/x", GET: 404 },
  "/admin/cases/:number/claim": {
    path: "/admin/cases/x/claim",
    GET: 303,
    POST: 404,
  },
  "/admin/cases/:number/decision": {
    path: "/admin/cases/x/decision",
    GET: 303,
    POST: 404,
  },
  "/admin/cases/:number/evidence/:id": {
    path: "/admin/cases/x/evidence/y",
    GET: 404,
    POST: 422,
  },
  "/admin/cases/:number/note": { path: "/admin/cases/x/note" },
  "/admin/cases/:number/pass": { path: "/admin/cases/x/pass", GET: 303 },
  "/admin/cases/:number/release": {
    path: "/admin/cases/x/release",
    POST: 303,
  },
  "/admin/cases/:number/second": {
    path: "/admin/cases/x/second",
    GET: 303,
    POST: 404,
  },
  "/admin/cases/:number/undo": { path: "/admin/cases/x/undo" },
  // The path names somebody who is there for nobody.
  "/admin/me": { POST: 303 },
  "/admin/me/alert-address": { GET: 303 },
  "/admin/me/alert-address/code": { GET: 303 },
  "/admin/me/alert-address/removal": { POST: 303 },
  "/admin/me/codes": { GET: 303, POST: 200 },
  "/admin/me/on-call/end": { POST: 303 },
  "/admin/me/passkeys/:id/removal": {
    path: "/admin/me/passkeys/x/removal",
    POST: 303,
  },
  "/admin/me/preferences": { POST: 303 },
  "/admin/me/sessions/:id/end": {
    path: "/admin/me/sessions/x/end",
    POST: 303,
  },
  "/admin/me/sign-out": { POST: 303 },
  "/admin/replies/:id/removal": {
    path: "/admin/replies/x/removal",
    POST: 404,
  },
  "/admin/proof/challenge": { POST: 200 },
  "/admin/proof/passkey": { POST: 415 },
  "/admin/staff/:id": { path: "/admin/staff/x", GET: 404 },
  "/admin/staff/:id/removal": {
    path: "/admin/staff/x/removal",
    GET: 303,
    POST: 404,
  },
  "/admin/staff/:id/roles": {
    path: "/admin/staff/x/roles",
    GET: 303,
    POST: 404,
  },
  "/admin/staff/:id/sessions/end": {
    path: "/admin/staff/x/sessions/end",
    POST: 303,
  },
  "/admin/staff/invitations": { GET: 303 },
  "/admin/staff/invitations/:digest/removal": {
    path: "/admin/staff/invitations/x/removal",
    POST: 303,
  },
  "/staff/challenge": { POST: 200 },
  // Nobody has such a link.
  "/staff/entry/:token": { path: "/staff/entry/x", GET: 404, POST: 404 },
  "/staff/invitations/:token": {
    path: "/staff/invitations/x",
    GET: 404,
    POST: 404,
  },
  "/staff/invitations/:token/challenge": {
    path: "/staff/invitations/x/challenge",
    POST: 404,
  },
  "/staff/invitations/:token/passkey": {
    path: "/staff/invitations/x/passkey",
    POST: 415,
  },
  "/staff/passkey": { POST: 415 },
  "/hooks/age": { POST: 401 },
  "/hooks/livekit": { POST: 401 },
  // No media server answers in these tests, and health says so.
  "/health": { GET: 503 },
};

const FOR_MEMBERS = ["members", "socket"] as (string | null)[];

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What a browser says that goes to a page, and what says it nothing of. */
const ACCEPTS = { "a browser": "text/html", "anything else": "*/*" };

const STAGES: Partial<Record<Role, Stage>> = {
  refused: "refused",
  gated: "gated",
  member: "member",
  restricted: "member",
  banned: "member",
  suspended: "member",
};

interface Asked {
  route: string;
  method: string;
  role: Role;
  forPage: boolean;
}

const routes = await routesOnDisk();

Deno.test("every file in routes/ declares who may enter", () => {
  assertEquals(Object.keys(ACCESS).sort(), [...routes.keys()].sort());
});

Deno.test("what is not declared is open to nobody", () => {
  for (const route of ["/nowhere", "/account/", "constructor", "__proto__"]) {
    assertEquals(accessOf(route, "GET"), null, route);
  }
  const erasure = ["GET", "HEAD", "POST", "PUT", "toString"]
    .map((method) => accessOf("/account/data/erasure", method));
  assertEquals(erasure, ["members", "members", "anyone", "members", "members"]);
});

Deno.test("a route says that it only takes forms, and nothing else does", async () => {
  for (const [route, file] of routes) {
    const access = accessOf(route, "GET");
    if (access === "anyone" || permissionIn(access) !== null) continue;
    const allow = await allowOf(file);
    const readable = allow.split(", ").includes("GET");
    assertEquals([file, methodsOf(route)?.join(", ") ?? null], [
      file,
      readable ? null : allow,
    ]);
  }
});

Deno.test("what is only for members is written for members, and nothing else is", async () => {
  for (const [route, file] of routes) {
    const text = await Deno.readTextFile(file);
    assertEquals(
      [file, /\bmembers\.handlers\(/.test(text)],
      [
        file,
        FOR_MEMBERS.includes(accessOf(route, "POST")) &&
        FOR_MEMBERS.includes(accessOf(route, "GET")),
      ],
    );
  }
});

Deno.test("what is only for the staff is written for the staff, and nothing else is", async () => {
  for (const [route, file] of routes) {
    const text = await Deno.readTextFile(file);
    assertEquals(
      [file, /\bstaffRoutes\.handlers\(/.test(text)],
      [file, permissionIn(accessOf(route, "GET")) !== null],
    );
  }
});

for (const role of ROLES) {
  Deno.test(`S02: every route answers one who is ${role} as it declares`, async () => {
    await using app = await openApp();
    const wrong: string[] = [];
    for (const [route, file] of routes) {
      const allow = await allowOf(file);
      for (const [who, accept] of Object.entries(ACCEPTS)) {
        for (const method of METHODS) {
          const path = SAMPLES[route]?.path ?? route;
          const forPage = who === "a browser";
          const browser = await app.as(role);
          const { status, headers } = await browser.fetch(path, {
            method,
            headers: { "sec-fetch-site": "same-origin", accept },
            body: method === "POST" ? new URLSearchParams() : undefined,
          });
          const expected = expectedOf({ route, method, role, forPage }, allow);
          const isTold = headers.get("allow") === allow;
          const fine = status === expected &&
            (isTold || status !== 405 && status !== 204);
          if (fine) continue;
          wrong.push(`${method} ${path}, ${who}: ${status}, not ${expected}`);
        }
      }
    }
    assertEquals(wrong, []);
  });
}

/** What the declaration of a route makes of a request. */
function expectedOf(asked: Asked, allow: string): number {
  const { route, method, role } = asked;
  const refused = refusalOf(asked);
  if (refused !== null) return refused;
  if (method === "OPTIONS") return 204;
  if (!allow.split(", ").includes(method)) return 405;
  const read = method === "GET" || method === "HEAD";
  const sample = SAMPLES[route]?.[read ? "GET" : "POST"] ?? (read ? 200 : 422);
  return typeof sample === "number" ? sample : sample[role] ?? sample.others;
}

/** Null for who may enter. */
function refusalOf({ route, method, role, forPage }: Asked): number | null {
  const forms = methodsOf(route);
  if (forms && !forms.includes(method)) return null;
  const access = accessOf(route, method);
  assert(access !== null);
  const permission = permissionIn(access);
  if (permission !== null) {
    if (!isStaffRole(role)) return 404;
    if (permissionsOf([role]).has(permission)) return null;
    return isHidden(permission) ? 404 : 403;
  }
  if (method === "OPTIONS") return null;
  switch (access) {
    case "anyone":
      return null;
    case "socket":
      return 426;
    case "adults":
      return role === "refused" ? 403 : null;
    case "members": {
      const leads = forPage && ["GET", "HEAD"].includes(method);
      return isMemberRole(role)
        ? null
        : leads && role !== "refused"
        ? 303
        : 403;
    }
    case "wayIn": {
      const next = WAY_IN[STAGES[role] ?? "visitor"][route as WayInPage];
      return next === "stay" ? null : next === "refuse" ? 403 : 303;
    }
  }
  throw new Error(`Cannot say who may enter ${route}`);
}

/** The methods that a route takes, as it tells them itself. */
async function allowOf(file: string): Promise<string> {
  const { handler }: { handler: { OPTIONS(): Response } } = await import(
    `../../${file}`
  );
  return handler.OPTIONS().headers.get("allow") ?? "";
}

/** The pattern of every file that answers something. */
async function routesOnDisk(): Promise<Map<string, string>> {
  const files = (await filesBelow("routes"))
    .filter((file) => !/\/_\w+\.tsx?$/.test(file));
  return new Map(files.map((file) => [patternOf(file), file]));
}

function patternOf(file: string): string {
  const path = file.slice("routes".length).replace(/\.tsx?$/, "")
    .replace(/\/index$/, "").replace(/\[(\w+)\]/g, ":$1");
  return path || "/";
}
