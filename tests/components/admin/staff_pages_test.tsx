import { assertEquals } from "@std/assert";
import { CodesPage } from "../../../components/admin/staff/CodesPage.tsx";
import { EntryLinkPage } from "../../../components/admin/staff/EntryLinkPage.tsx";
import {
  InvitationPage,
  type InvitationStep,
} from "../../../components/admin/staff/InvitationPage.tsx";
import { ProofPage } from "../../../components/admin/staff/ProofPage.tsx";
import {
  StaffAccountPage,
  type StaffAccountPageProps,
} from "../../../components/admin/staff/StaffAccountPage.tsx";
import {
  type InvitationRow,
  StaffPage,
  type StaffPageProps,
} from "../../../components/admin/staff/StaffPage.tsx";
import { StaffRecoveryPage } from "../../../components/admin/staff/StaffRecoveryPage.tsx";
import { StaffSignInPage } from "../../../components/admin/staff/StaffSignInPage.tsx";
import { WelcomePage } from "../../../components/admin/staff/WelcomePage.tsx";
import type { Role } from "../../../lib/staff/mod.ts";
import { change, outline } from "../outline.ts";

const AT = Date.UTC(2026, 10, 23, 12, 34);
const DAY = Date.UTC(2026, 10, 20);

const CHOICES = [
  { role: "moderator" as Role, may: true },
  { role: "privacy" as Role, may: true },
  { role: "legal" as Role, may: false },
];

const TABLE = [{
  permission: "case.ban" as const,
  fresh: true,
  second: true,
  roles: [
    { role: "triage" as Role, may: false },
    { role: "moderator" as Role, may: true },
  ],
}, {
  permission: "staff.read" as const,
  fresh: false,
  second: false,
  roles: [
    { role: "triage" as Role, may: true },
    { role: "moderator" as Role, may: false },
  ],
}];

const ADA = {
  id: "ada",
  name: "Ada",
  roles: ["admin", "moderator"] as const,
  passkeys: 2,
  isHere: true,
  seenDay: DAY,
  onCallUntil: null,
};

const OMAR = {
  ...ADA,
  ...{ id: "omar", name: "Omar", roles: ["triage"] as const },
  ...{ passkeys: 1, isHere: false },
};

const OPEN: InvitationRow = {
  digest: "d1",
  name: "Noor",
  roles: ["privacy"],
  by: "Ada",
  at: AT,
  state: "open",
  minutes: 41,
};

function staff(changes: Partial<StaffPageProps> = {}): string[] {
  return outline((t) => (
    <StaffPage
      {...{ t, locale: "en", me: "ada", mayWrite: true }}
      {...{ choices: CHOICES, table: TABLE, staff: [ADA, OMAR] }}
      {...{ invitations: [], link: null, unproven: false, errors: {} }}
      typed={{ name: "", roles: [] }}
      {...changes}
    />
  ));
}

Deno.test("whoever is on call has that beside their name, with its end", () => {
  const onCall = { ...OMAR, onCallUntil: AT };
  const { gone, here } = change(staff(), staff({ staff: [ADA, onCall] }));
  assertEquals([gone.length, here.length], [1, 1]);
  assertEquals(
    here[0].split(" | ")[0],
    "row Omar admin.onCall.until 23 Nov, 12:34",
  );
});

Deno.test("the staff are listed with roles, passkeys and when they were here", () => {
  assertEquals(staff(), [
    "admin.title(admin.staff)",
    "h1 admin.staff",
    "admin.staff.count(2, 1, 0)",
    "link admin.staff.invite to #invite",
    "table admin.staff.accounts",
    "row admin.staff.name | admin.staff.roles | admin.staff.passkeys | admin.staff.lastSeen",
    "row Ada admin.you | admin.role.admin, admin.role.moderator | admin.staff.passkeyCount(2) | admin.staff.now",
    "link Ada to /admin/me",
    "row Omar | admin.role.triage | admin.staff.passkeyCount(1) | 20 Nov",
    "link Omar to /admin/staff/omar",
    "h2 admin.staff.table",
    "row admin.staff.may | admin.role.triage | admin.role.moderator",
    "row admin.staff.group.cases",
    "row admin.permission.case.bancase.ban | admin.staff.no | admin.staff.yes, admin.staff.twoText, admin.staff.fresh",
    "row admin.staff.group.age",
    "row admin.staff.group.system",
    "row admin.permission.staff.readstaff.read | admin.staff.yes | admin.staff.no",
    "admin.staff.tableText",
    "h2 admin.staff.invite",
    "form post /admin/staff/invitations",
    "input admin.staff.inviteName, required",
    "group admin.staff.roles",
    "checkbox admin.role.moderator roles=moderator",
    "checkbox admin.role.privacy roles=privacy",
    "checkbox admin.role.legal admin.staff.lackingHint roles=legal, disabled",
    "admin.staff.inviteHint",
    "button admin.staff.inviteAct",
  ]);
});

Deno.test("whoever may not invite sees the staff, and no form", () => {
  assertEquals(change(staff(), staff({ mayWrite: false })), {
    gone: [
      "link admin.staff.invite to #invite",
      "h2 admin.staff.invite",
      "form post /admin/staff/invitations",
      "input admin.staff.inviteName, required",
      "group admin.staff.roles",
      "checkbox admin.role.moderator roles=moderator",
      "checkbox admin.role.privacy roles=privacy",
      "checkbox admin.role.legal admin.staff.lackingHint roles=legal, disabled",
      "admin.staff.inviteHint",
      "button admin.staff.inviteAct",
    ],
    here: [],
  });
});

Deno.test("an invitation is open for so long, used or ended, and only an open one is taken back", () => {
  const invitations: InvitationRow[] = [
    OPEN,
    { ...OPEN, digest: "d2", name: null, by: null, state: "used" },
    { ...OPEN, digest: "d3", name: "Kim", state: "ended" },
  ];
  assertEquals(change(staff(), staff({ invitations })), {
    gone: ["admin.staff.count(2, 1, 0)"],
    here: [
      "admin.staff.count(2, 1, 1)",
      "table admin.staff.invitations",
      "row admin.staff.for | admin.staff.roles | admin.staff.by | admin.staff.state | admin.staff.revoke",
      "row Noor | admin.role.privacy | Ada, 23 Nov, 12:34 | admin.staff.invitation.open(41) | admin.staff.revoke: Noor",
      "form post /admin/staff/invitations/d1/removal",
      "button admin.staff.revoke: Noor",
      "row admin.staff.unnamed | admin.role.privacy | admin.operator, 23 Nov, 12:34 | admin.staff.invitation.used | ",
      "row Kim | admin.role.privacy | Ada, 23 Nov, 12:34 | admin.staff.invitation.ended | ",
    ],
  });
  assertEquals(
    change(
      staff({ invitations }),
      staff({ invitations, mayWrite: false }),
    ).gone.filter((line) => line.includes("revoke") || line.includes("form")),
    [
      "row Noor | admin.role.privacy | Ada, 23 Nov, 12:34 | admin.staff.invitation.open(41) | admin.staff.revoke: Noor",
      "form post /admin/staff/invitations/d1/removal",
      "button admin.staff.revoke: Noor",
      "form post /admin/staff/invitations",
    ],
  );
});

Deno.test("a link that was made is shown with whom it is for", () => {
  const link = { for: "Noor", url: "https://millo.example/staff/x" };
  assertEquals(change(staff(), staff({ link })), {
    gone: [],
    here: [
      "status:",
      "input admin.staff.linkTitle(Noor) “https://millo.example/staff/x”",
      "admin.staff.linkText",
    ],
  });
});

Deno.test("a form that comes back for a passkey keeps the name and the boxes", () => {
  assertEquals(
    change(
      staff(),
      staff({
        typed: { name: "Noor", roles: ["privacy", "legal"] },
        errors: { name: "[too long]", invite: "[a role is needed]" },
        unproven: true,
      }),
    ),
    {
      gone: [
        "input admin.staff.inviteName, required",
        "checkbox admin.role.privacy roles=privacy",
        "checkbox admin.role.legal admin.staff.lackingHint roles=legal, disabled",
      ],
      here: [
        "alert:",
        "form.errors(2)",
        "link [too long] to #name",
        "link [a role is needed] to #invite",
        "input admin.staff.inviteName “Noor”, required, autofocus, invalid; [too long]",
        "[too long]",
        "checkbox admin.role.privacy roles=privacy, checked",
        "checkbox admin.role.legal admin.staff.lackingHint roles=legal, checked, disabled",
        "sends roles=legal",
        "admin.proof.lead",
        "staff.signIn.script",
      ],
    },
  );
});

const ACCOUNT: StaffAccountPageProps["account"] = {
  id: "omar",
  name: "Omar",
  roles: ["moderator"],
  invitedBy: "ada",
  joinedAt: AT,
  seenDay: DAY,
  removedAt: null,
  version: 3,
  passkeys: 1,
  codes: { left: 6, of: 8 },
};

const SESSION = {
  id: "s1",
  browser: "Firefox on Linux",
  seenAt: AT,
  startedAt: AT,
  current: false,
};

function account(changes: Partial<StaffAccountPageProps> = {}): string[] {
  return outline((t) => (
    <StaffAccountPage
      {...{ t, locale: "en", me: "ada", mayWrite: true, choices: CHOICES }}
      {...{ account: ACCOUNT, sessions: [SESSION], chosen: null }}
      {...{ errors: {}, unproven: null }}
      {...changes}
    />
  ));
}

Deno.test("one of the staff is shown with what they have, and what may be changed", () => {
  assertEquals(account(), [
    "admin.title(Omar)",
    "h1 Omar",
    "admin.role.moderator",
    "admin.staff.joined:",
    "23 Nov, 12:34",
    "admin.staff.passkeys:",
    "admin.staff.passkeyCount(1)",
    "admin.codes.title:",
    "admin.codes.left(6, 8)",
    "form post /admin/staff/omar/roles",
    "sends version=3",
    "group admin.staff.roles",
    "checkbox admin.role.moderator roles=moderator, checked",
    "checkbox admin.role.privacy roles=privacy",
    "checkbox admin.role.legal admin.staff.lackingHint roles=legal, disabled",
    "button admin.staff.saveRoles",
    "h2 admin.me.sessions",
    "Firefox on Linux, admin.me.seen 23 Nov, 12:34",
    "form post /admin/staff/omar/sessions/end",
    "button admin.staff.endSessions",
    "fold admin.staff.remove(Omar)",
    "form post /admin/staff/omar/removal",
    "admin.staff.removeText",
    "button admin.staff.removeAct",
  ]);
});

/** All that changes somebody. */
const CHANGES = [
  "form post /admin/staff/omar/roles",
  "sends version=3",
  "group admin.staff.roles",
  "checkbox admin.role.moderator roles=moderator, checked",
  "checkbox admin.role.privacy roles=privacy",
  "checkbox admin.role.legal admin.staff.lackingHint roles=legal, disabled",
  "button admin.staff.saveRoles",
  "form post /admin/staff/omar/sessions/end",
  "button admin.staff.endSessions",
  "fold admin.staff.remove(Omar)",
  "form post /admin/staff/omar/removal",
  "admin.staff.removeText",
  "button admin.staff.removeAct",
];

Deno.test("nothing can be changed of oneself, without the permission, or of who has left", () => {
  const only = { gone: CHANGES, here: [] };
  assertEquals(change(account(), account({ mayWrite: false })), only);
  assertEquals(change(account(), account({ me: "omar" })), only);
  const removed = account({ account: { ...ACCOUNT, removedAt: AT } });
  assertEquals(change(account(), removed), {
    ...only,
    here: ["admin.staff.removed"],
  });
});

Deno.test("whoever has no codes and no session is shown without them", () => {
  assertEquals(
    change(
      account(),
      account({
        account: { ...ACCOUNT, codes: { left: 0, of: 0 } },
        sessions: [],
      }),
    ),
    {
      gone: [
        "admin.codes.left(6, 8)",
        "h2 admin.me.sessions",
        "Firefox on Linux, admin.me.seen 23 Nov, 12:34",
        "form post /admin/staff/omar/sessions/end",
        "button admin.staff.endSessions",
      ],
      here: ["admin.codes.noneYet"],
    },
  );
});

Deno.test("the form that lacked a passkey asks for it, and the other does not", () => {
  const roles = change(
    account(),
    account({
      chosen: ["privacy"],
      unproven: "roles",
      errors: { roles: "[show it]" },
    }),
  );
  assertEquals(roles, {
    gone: [
      "checkbox admin.role.moderator roles=moderator, checked",
      "checkbox admin.role.privacy roles=privacy",
    ],
    here: [
      "alert:",
      "form.errors(1)",
      "link [show it] to #roles",
      "checkbox admin.role.moderator roles=moderator",
      "checkbox admin.role.privacy roles=privacy, checked",
      "admin.proof.lead",
      "staff.signIn.script",
    ],
  });
  const removal = change(
    account(),
    account({ unproven: "removal", errors: { removal: "[show it]" } }),
  );
  assertEquals(removal, {
    gone: [],
    here: [
      "alert:",
      "form.errors(1)",
      "link [show it] to #removal",
      "admin.proof.lead",
      "staff.signIn.script",
    ],
  });
});

function invitation(shown: InvitationStep): string[] {
  return outline((t) => (
    <InvitationPage t={t} action="/staff/invitations/x" shown={shown}>
      [passkey]
    </InvitationPage>
  ));
}

Deno.test("an invitation asks who it is, then for a passkey", () => {
  const name = {
    step: "name" as const,
    roles: ["privacy", "legal"] as const,
    by: "Ada",
    name: "Noor",
    errors: {},
  };
  assertEquals(invitation(name), [
    "admin.title(staff.invitation.title)",
    "h1 staff.invitation.title",
    "staff.invitation.by(admin.role.privacy, admin.role.legal, Ada)",
    "staff.invitation.work",
    "form post /staff/invitations/x",
    "input staff.invitation.name “Noor”, required; staff.invitation.nameHint",
    "staff.invitation.nameHint",
    "button staff.invitation.yes",
    "button staff.invitation.no sends decline=1",
  ]);
  assertEquals(
    change(
      invitation(name),
      invitation({ ...name, by: null, errors: { name: "[empty]" } }),
    ),
    {
      gone: [
        "staff.invitation.by(admin.role.privacy, admin.role.legal, Ada)",
        "input staff.invitation.name “Noor”, required; staff.invitation.nameHint",
      ],
      here: [
        "staff.invitation.first(admin.role.privacy, admin.role.legal, )",
        "alert:",
        "form.errors(1)",
        "link [empty] to #name",
        "input staff.invitation.name “Noor”, required, autofocus, invalid; [empty]; staff.invitation.nameHint",
        "[empty]",
      ],
    },
  );
  const passkey = {
    step: "passkey" as const,
    name: "Noor",
    isFirst: false,
  };
  assertEquals(invitation(passkey), [
    "admin.title(staff.invitation.passkey)",
    "h1 staff.invitation.passkey",
    "staff.invitation.nextKey(Noor)",
    "staff.invitation.keyText",
    "[passkey]",
    "staff.signIn.script",
  ]);
  assertEquals(
    change(invitation(passkey), invitation({ ...passkey, isFirst: true })),
    {
      gone: ["staff.invitation.nextKey(Noor)"],
      here: ["staff.invitation.firstKey(Noor)"],
    },
  );
  assertEquals(invitation({ step: "ended" }), [
    "admin.title(staff.invitation.ended)",
    "h1 staff.invitation.ended",
    "staff.invitation.endedText",
    "link staff.signIn.title to /staff",
  ]);
});

Deno.test("the way in offers a passkey, and a code to whoever lost it", () => {
  assertEquals(
    outline((t) => <StaffSignInPage t={t}>[passkey]</StaffSignInPage>),
    [
      "admin.title(staff.signIn.title)",
      "h1 staff.signIn.title",
      "staff.signIn.lead",
      "[passkey]",
      "staff.signIn.script",
      "fold staff.recovery.title",
      "form post /staff/recovery",
      "input staff.recovery.code, required; staff.recovery.lead",
      "staff.recovery.lead",
      "button staff.recovery.act",
      "h2 staff.signIn.before",
      "staff.signIn.session",
      "staff.signIn.log",
      "staff.signIn.never",
    ],
  );
  const recovery = (errors: { recovery?: string }) =>
    outline((t) => <StaffRecoveryPage t={t} errors={errors} />);
  assertEquals(recovery({}), [
    "admin.title(staff.recovery.title)",
    "h1 staff.recovery.title",
    "form post /staff/recovery",
    "input staff.recovery.code, required; staff.recovery.lead",
    "staff.recovery.lead",
    "button staff.recovery.act",
    "link staff.recovery.back to /staff",
  ]);
  assertEquals(
    change(recovery({}), recovery({ recovery: "[not one of ours]" })),
    {
      gone: ["input staff.recovery.code, required; staff.recovery.lead"],
      here: [
        "alert:",
        "form.errors(1)",
        "link [not one of ours] to #recovery",
        "input staff.recovery.code, required, autofocus, invalid; [not one of ours]; staff.recovery.lead",
        "[not one of ours]",
      ],
    },
  );
});

Deno.test("after the first passkey a second is advised, after the second no more", () => {
  const welcome = (passkeys: number) =>
    outline((t) => <WelcomePage t={t} passkeys={passkeys} />);
  assertEquals(welcome(1), [
    "admin.title(admin.welcome.title)",
    "h1 admin.welcome.title",
    "h2 admin.me.passkeys",
    "admin.welcome.made(1)",
    "admin.me.second",
    "form post /admin/me",
    "button admin.welcome.second",
    "h2 admin.codes.title",
    "admin.welcome.codes",
    "form post /admin/me/codes",
    "button admin.codes.make",
  ]);
  assertEquals(change(welcome(1), welcome(2)), {
    gone: [
      "admin.welcome.made(1)",
      "admin.me.second",
      "form post /admin/me",
      "button admin.welcome.second",
    ],
    here: ["admin.welcome.made(2)"],
  });
});

Deno.test("codes are said one by one, and kept as a text file", () => {
  assertEquals(
    outline((t) => (
      <CodesPage t={t} codes={["AAAAA-1", "BBBBB-2"]}>[copy]</CodesPage>
    )),
    [
      "admin.title(admin.codes.title)",
      "h1 admin.codes.title",
      "admin.codes.lead",
      "AAAAA-1",
      "BBBBB-2",
      "[copy]",
      "link admin.codes.save to data:text/plain;charset=utf-8,AAAAA-1%0ABBBBB-2",
      "form get /admin",
      "checkbox admin.codes.kept undefined=on, required",
      "button admin.codes.on",
    ],
  );
});

Deno.test("a proof can be given up, and an entry link says as whom one comes in", () => {
  assertEquals(
    outline((t) => <ProofPage t={t} to="/admin/me">[passkey]</ProofPage>),
    [
      "admin.title(admin.proof.title)",
      "h1 admin.proof.title",
      "admin.proof.lead",
      "[passkey]",
      "link admin.proof.cancel to /admin/me",
    ],
  );
  assertEquals(
    outline((t) => (
      <EntryLinkPage
        {...{ t, action: "/staff/entry/x", name: "Ada", roles: ["admin"] }}
      />
    )),
    [
      "admin.title(staff.entry.title)",
      "h1 staff.entry.title",
      "staff.entry.lead(Ada, admin.role.admin)",
      "form post /staff/entry/x",
      "button staff.entry.act",
    ],
  );
});
