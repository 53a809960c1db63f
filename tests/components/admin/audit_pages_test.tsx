import { assertEquals } from "@std/assert";
import {
  AuditPage,
  type AuditPageProps,
} from "../../../components/admin/audit/AuditPage.tsx";
import {
  InclusionPage,
  type InclusionPageProps,
} from "../../../components/admin/audit/InclusionPage.tsx";
import {
  ProofsPage,
  type ProofsPageProps,
} from "../../../components/admin/audit/ProofsPage.tsx";
import {
  type AuditEntry,
  FAULT_KINDS,
  type VerificationView,
} from "../../../lib/audit/mod.ts";
import { change, outline } from "../outline.ts";

const AT = Date.UTC(2026, 10, 23, 12, 34, 5);
const HASH = "0123456789abcdef".repeat(4);
const BEFORE = "f".repeat(64);

const ENTRY: AuditEntry = {
  index: 7,
  at: AT,
  actorKind: "staff",
  actor: "ada",
  action: "case.decide",
  subject: "s".repeat(64),
  object: "MC-7K3F-Q2ZD",
  details: { rule: "harm", points: 7, bulk: false },
  note: "n1",
  noteDigest: BEFORE,
  previous: BEFORE,
  hash: HASH,
};

const SYSTEM: AuditEntry = {
  ...ENTRY,
  ...{ index: 6, actorKind: "system", actor: "", action: "sanction.end" },
  ...{ subject: null, object: null, details: {}, note: null },
  noteDigest: null,
};

const VERIFIED: VerificationView = {
  at: AT,
  from: 0,
  size: 8,
  took: 1_234,
  fault: null,
};

function audit(changes: Partial<AuditPageProps> = {}): string[] {
  return outline((t) => (
    <AuditPage
      {...{ t, locale: "en", query: "/admin/audit", isFirst: true }}
      asked={{ who: "", did: "", id: "", day: "" }}
      entries={[ENTRY, SYSTEM]}
      names={new Map([["ada", "Ada"]])}
      staff={[{ id: "ada", name: "Ada" }]}
      actions={["case.decide", "sanction.end"]}
      {...{ open: null, older: null, isVerifying: false }}
      verification={VERIFIED}
      may={{ read: true, verify: true }}
      {...changes}
    />
  ));
}

Deno.test("the log is listed with who did what to which id, and whether it is whole", () => {
  assertEquals(audit(), [
    "admin.title(admin.audit)",
    "h1 admin.audit",
    "admin.audit.unbroken(0, 7)",
    "admin.audit.checked(1.2)",
    "23 Nov, 12:34",
    "link admin.audit.proofs to /admin/audit/proofs",
    "form post /admin/audit",
    "button admin.audit.verify",
    "form get /admin/audit",
    "select admin.audit.who",
    "option admin.audit.anyone",
    "option Ada",
    "option admin.audit.actor.person",
    "option admin.audit.actor.system",
    "option admin.audit.actor.operator",
    "select admin.audit.did",
    "option admin.audit.anything",
    "option case.decide",
    "option sanction.end",
    "search admin.audit.id",
    "date admin.audit.day",
    "button admin.audit.show",
    "table admin.audit.caption",
    "row admin.audit.entry | admin.audit.time | admin.audit.who | admin.audit.did | admin.audit.to | admin.audit.with",
    "row 7 | 23 Nov, 12:34:05 | Ada | case.decide | MC-7K3F-Q2ZD | rule harm, points 7, bulk false",
    "link case.decide to /admin/audit?before=8&entry=7#entry",
    "row 6 | 23 Nov, 12:34:05 | admin.audit.actor.system | sanction.end |  | ",
    "link sanction.end to /admin/audit?before=7&entry=6#entry",
  ]);
});

Deno.test("whoever may see only their own entries is told so, and filters by nobody", () => {
  assertEquals(
    change(audit(), audit({ may: { read: false, verify: false }, staff: [] })),
    {
      gone: [
        "link admin.audit.proofs to /admin/audit/proofs",
        "form post /admin/audit",
        "button admin.audit.verify",
        "select admin.audit.who",
        "option admin.audit.anyone",
        "option Ada",
        "option admin.audit.actor.person",
        "option admin.audit.actor.system",
        "option admin.audit.actor.operator",
      ],
      here: ["admin.audit.ownOnly"],
    },
  );
});

Deno.test("the log is said to be unverified, being verified, or broken at an entry", () => {
  assertEquals(change(audit(), audit({ verification: null })), {
    gone: [
      "admin.audit.unbroken(0, 7)",
      "admin.audit.checked(1.2)",
      "23 Nov, 12:34",
    ],
    here: ["admin.audit.unverified"],
  });
  assertEquals(change(audit(), audit({ isVerifying: true })), {
    gone: [],
    here: ["status:", "admin.audit.verifying"],
  });
  for (const kind of FAULT_KINDS) {
    const verification = { ...VERIFIED, fault: { index: 5, kind } };
    assertEquals(
      change(audit(), audit({ verification })),
      {
        gone: ["admin.audit.unbroken(0, 7)"],
        here: [`admin.audit.fault.${kind}(5)`],
      },
    );
  }
});

Deno.test("a verification of no time took a tenth of a second", () => {
  const verification = { ...VERIFIED, took: 3 };
  assertEquals(
    audit({ verification }).find((line) => line.includes("audit.checked")),
    "admin.audit.checked(0.1)",
  );
});

Deno.test("what is filtered by stays chosen, and the page offers to show all", () => {
  assertEquals(
    change(
      audit(),
      audit({
        asked: {
          who: "system",
          did: "case.decide",
          id: "MC-7K3F-Q2ZD",
          day: "2026-11-23",
        },
      }),
    ),
    {
      gone: [
        "option admin.audit.actor.system",
        "option case.decide",
        "search admin.audit.id",
        "date admin.audit.day",
      ],
      here: [
        "option admin.audit.actor.system, chosen",
        "option case.decide, chosen",
        "search admin.audit.id “MC-7K3F-Q2ZD”",
        "date admin.audit.day “2026-11-23”",
        "link admin.audit.clear to /admin/audit",
      ],
    },
  );
});

Deno.test("an empty list says whether older entries may follow", () => {
  const empty = (older: string | null) =>
    change(audit(), audit({ entries: [], older }));
  assertEquals(empty(null), {
    gone: [
      "table admin.audit.caption",
      "row admin.audit.entry | admin.audit.time | admin.audit.who | admin.audit.did | admin.audit.to | admin.audit.with",
      "row 7 | 23 Nov, 12:34:05 | Ada | case.decide | MC-7K3F-Q2ZD | rule harm, points 7, bulk false",
      "link case.decide to /admin/audit?before=8&entry=7#entry",
      "row 6 | 23 Nov, 12:34:05 | admin.audit.actor.system | sanction.end |  | ",
      "link sanction.end to /admin/audit?before=7&entry=6#entry",
    ],
    here: ["admin.audit.none"],
  });
  assertEquals(empty("/admin/audit?before=3"), {
    gone: [
      "table admin.audit.caption",
      "row admin.audit.entry | admin.audit.time | admin.audit.who | admin.audit.did | admin.audit.to | admin.audit.with",
      "row 7 | 23 Nov, 12:34:05 | Ada | case.decide | MC-7K3F-Q2ZD | rule harm, points 7, bulk false",
      "link case.decide to /admin/audit?before=8&entry=7#entry",
      "row 6 | 23 Nov, 12:34:05 | admin.audit.actor.system | sanction.end |  | ",
      "link sanction.end to /admin/audit?before=7&entry=6#entry",
    ],
    here: ["admin.audit.noneYet", "menu admin.audit.pages: admin.audit.older"],
  });
});

Deno.test("one goes on to older entries, and back to the newest", () => {
  assertEquals(
    change(audit(), audit({ older: "/admin/audit?before=6", isFirst: false })),
    {
      gone: [],
      here: ["menu admin.audit.pages: admin.audit.newest, admin.audit.older"],
    },
  );
});

Deno.test("an open entry is shown whole, in the list that was asked for", () => {
  const open = { entry: ENTRY, note: "Undressed." };
  const query = "/admin/audit?did=case.decide";
  assertEquals(change(audit({ query }), audit({ query, open })), {
    gone: [],
    here: [
      "h2 admin.audit.entryTitle(7)",
      "admin.audit.did:",
      "case.decide",
      "admin.audit.who:",
      "Ada",
      "admin.audit.time:",
      "23 Nov, 12:34:05",
      "admin.audit.to:",
      "MC-7K3F-Q2ZD",
      "admin.audit.about:",
      "link admin.audit.aboutSame to /admin/audit?id=ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss",
      "rule:",
      "harm",
      "points:",
      "7",
      "bulk:",
      "false",
      "admin.audit.words",
      "Undressed.",
      "admin.audit.hashes",
      "01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef",
      "ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff",
      "link admin.audit.inclusion to /admin/audit/proofs/7",
      "admin.audit.detailsOnly",
    ],
  });
});

Deno.test("words that were erased are said to be gone, and an entry without them says nothing", () => {
  const shown = (entry: AuditEntry, note: string | null) =>
    audit({ open: { entry, note } });
  assertEquals(change(shown(ENTRY, "Undressed."), shown(ENTRY, null)), {
    gone: ["Undressed."],
    here: ["admin.audit.wordsGone"],
  });
  assertEquals(
    change(shown(ENTRY, "Undressed."), shown(SYSTEM, null)).here,
    [
      "h2 admin.audit.entryTitle(6)",
      "sanction.end",
      "admin.audit.actor.system",
      "link admin.audit.inclusion to /admin/audit/proofs/6",
    ],
  );
});

const CHECKPOINT = {
  size: 8,
  head: HASH,
  at: AT,
  signature: "c2lnbmVk",
  from: 0,
  key: "a2V5",
};

const PROOF = {
  older: { size: 4, head: BEFORE },
  newer: { size: 8, head: HASH },
  path: [HASH, BEFORE],
};

function proofs(changes: Partial<ProofsPageProps> = {}): string[] {
  return outline((t) => (
    <ProofsPage
      {...{ t, locale: "en", next: null, publicKey: "a2V5", unknown: null }}
      checkpoints={[CHECKPOINT, {
        ...CHECKPOINT,
        size: 4,
        head: BEFORE,
        signature: null,
      }]}
      asked={{ older: null, newer: null }}
      proof={null}
      {...changes}
    />
  ));
}

Deno.test("signed heads are listed, and asked between the oldest and the newest", () => {
  assertEquals(proofs(), [
    "admin.title(admin.audit.proofs)",
    "h1 admin.audit.proofs",
    "link admin.audit to /admin/audit",
    "admin.audit.proofsText",
    "admin.audit.key a2V5",
    "form get /admin/audit/proofs",
    "input admin.audit.older.size “4”",
    "input admin.audit.newer.size “8”",
    "button admin.audit.prove",
    "table admin.audit.heads",
    "row admin.audit.size | admin.audit.head | admin.audit.signed",
    "row 8 | 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef | 23 Nov, 12:34",
    "row 4 | ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff | 23 Nov, 12:34 admin.audit.noSignature",
  ]);
});

Deno.test("without a head there is nothing to ask, without a key none to compare", () => {
  assertEquals(
    change(proofs(), proofs({ checkpoints: [], publicKey: null })),
    {
      gone: [
        "admin.audit.key a2V5",
        "form get /admin/audit/proofs",
        "input admin.audit.older.size “4”",
        "input admin.audit.newer.size “8”",
        "button admin.audit.prove",
        "table admin.audit.heads",
        "row admin.audit.size | admin.audit.head | admin.audit.signed",
        "row 8 | 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef | 23 Nov, 12:34",
        "row 4 | ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff | 23 Nov, 12:34 admin.audit.noSignature",
      ],
      here: ["admin.audit.noHeads"],
    },
  );
});

Deno.test("a size at which nothing was signed is named where it was typed", () => {
  assertEquals(
    change(
      proofs(),
      proofs({ asked: { older: 5, newer: 8 }, unknown: 5 }),
    ),
    {
      gone: ["input admin.audit.older.size “4”"],
      here: [
        "input admin.audit.older.size “5”, autofocus, invalid; admin.audit.unknownSize(5)",
        "admin.audit.unknownSize(5)",
      ],
    },
  );
});

Deno.test("between two heads the log only grew, or was changed", () => {
  const shown = (holds: boolean) =>
    proofs({
      proof: { ...PROOF, holds },
      next: "/admin/audit/proofs?before=4",
    });
  assertEquals(change(proofs(), shown(true)), {
    gone: [],
    here: [
      "h2 admin.audit.consistency(4, 8)",
      "status:",
      "admin.audit.grewOnly(4, 8)",
      "01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef",
      "ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff",
      "link admin.audit.older to /admin/audit/proofs?before=4",
    ],
  });
  assertEquals(change(shown(true), shown(false)), {
    gone: ["admin.audit.grewOnly(4, 8)"],
    here: ["admin.audit.changed(4, 8)"],
  });
});

function inclusion(changes: Partial<InclusionPageProps> = {}): string[] {
  return outline((t) => (
    <InclusionPage
      {...{ t, locale: "en", entry: ENTRY, holds: true }}
      checkpoint={CHECKPOINT}
      proof={{
        ...{ index: 7, leaf: HASH, size: 8, head: HASH },
        path: [BEFORE],
      }}
      {...changes}
    />
  ));
}

Deno.test("an entry is proven to be in the log, or not, or not yet", () => {
  assertEquals(inclusion(), [
    "admin.title(admin.audit.inclusionTitle(7))",
    "h1 admin.audit.inclusionTitle(7)",
    "link admin.audit.entryTitle(7) to /admin/audit?entry=7#entry",
    "status:",
    "admin.audit.included(7, 8)",
    "admin.audit.leaf:",
    "01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef",
    "admin.audit.head:",
    "01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef",
    "admin.audit.signed:",
    "23 Nov, 12:34",
    "h2 admin.audit.path",
    "ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff",
    "admin.audit.inclusionText",
  ]);
  assertEquals(change(inclusion(), inclusion({ holds: false })), {
    gone: ["admin.audit.included(7, 8)"],
    here: ["admin.audit.notIncluded"],
  });
  const unsigned = change(inclusion(), inclusion({ checkpoint: null }));
  assertEquals(unsigned, {
    gone: [
      "status:",
      "admin.audit.included(7, 8)",
      "admin.audit.leaf:",
      "01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef",
      "admin.audit.head:",
      "01234567 89abcdef 01234567 89abcdef 01234567 89abcdef 01234567 89abcdef",
      "admin.audit.signed:",
      "23 Nov, 12:34",
      "h2 admin.audit.path",
      "ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff",
    ],
    here: ["admin.audit.unsigned"],
  });
  assertEquals(change(inclusion(), inclusion({ proof: null })), unsigned);
});
