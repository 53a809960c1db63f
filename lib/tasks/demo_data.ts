import { addAccount } from "../accounts/mod.ts";
import { calls, newCall } from "../calls/mod.ts";
import { saveMessage } from "../chat/mod.ts";
import {
  type AccountId,
  type Clock,
  DAY,
  HOUR,
  type Millis,
  MINUTE,
  newSecret,
  SECOND,
  sha256,
} from "../kernel/mod.ts";
import {
  askAgeCheck,
  claimCase,
  decideCase,
  fileAppeal,
  fileReport,
  loadCase,
  type Measure,
  type ReasonId,
  type RuleId,
  type SafetyDeps,
  saveReply,
  tellReporters,
} from "../safety/mod.ts";
import {
  Actor,
  addDemoEntry,
  addDemoSession,
  addDemoStaff,
  findStaff,
  goOnCall,
  type Permission,
  type Role,
  type Staff,
} from "../staff/mod.ts";

/** The staff of a demonstration: everybody has a name and a role. */
export const DEMO_STAFF: readonly { name: string; roles: Role[] }[] = [
  {
    name: "Marta P.",
    roles: ["admin", "moderator", "child-safety", "privacy", "legal"],
  },
  { name: "Ines K.", roles: ["moderator"] },
  { name: "Jonas R.", roles: ["moderator"] },
  { name: "Sana T.", roles: ["child-safety"] },
  { name: "Omar D.", roles: ["triage"] },
  { name: "Aiko N.", roles: ["privacy"] },
  { name: "Priya S.", roles: ["legal"] },
  { name: "Lena B.", roles: ["analyst"] },
];

interface Told {
  reason: ReasonId;
  words: string | null;
  /** How long ago, in minutes. */
  ago: number;
  /** Which of the reported people it is about. */
  about: number;
  lines?: readonly (readonly ["reporter" | "reported", string])[];
}

/** Reports as they come in on an evening. */
const REPORTS: readonly Told[] = [
  {
    reason: "nudity",
    words: null,
    ago: 75,
    about: 0,
    lines: [
      ["reported", "u like what u see?"],
      ["reporter", "no. please put clothes on or I go"],
      ["reported", "just watch"],
    ],
  },
  {
    reason: "nudity",
    words: "Did not stop when I said no.",
    ago: 40,
    about: 0,
  },
  { reason: "nudity", words: null, ago: 18, about: 0 },
  {
    reason: "threat",
    words: "Said he knows where I live.",
    ago: 22,
    about: 1,
    lines: [
      ["reported", "I know your street"],
      ["reporter", "leaving now"],
    ],
  },
  {
    reason: "threatened",
    words: "Wants money or sends the video to my family.",
    ago: 6,
    about: 2,
    lines: [
      ["reported", "200 euro or everybody sees it"],
      ["reporter", "please don't"],
    ],
  },
  { reason: "hate", words: "Slurs from the first second.", ago: 180, about: 3 },
  { reason: "hate", words: null, ago: 95, about: 3 },
  { reason: "recording", words: "A phone pointed at me.", ago: 200, about: 4 },
  {
    reason: "fraud",
    words: null,
    ago: 600,
    about: 5,
    lines: [
      ["reported", "my page is tidewater.example, first record is 6 euro"],
      ["reporter", "not buying anything, bye"],
    ],
  },
  { reason: "fraud", words: "Same video in a loop.", ago: 420, about: 6 },
  { reason: "other", words: "Smoke alarm all the time.", ago: 700, about: 7 },
  {
    reason: "under_18",
    words: "Said the light goes off at nine, school night.",
    ago: 10,
    about: 8,
    lines: [
      ["reporter", "you sound young"],
      ["reported", "im 15 dont tell lol"],
    ],
  },
  { reason: "under_18", words: null, ago: 4, about: 9 },
  { reason: "hate", words: "Insulted my faith.", ago: 50, about: 10 },
  { reason: "fraud", words: null, ago: 1500, about: 11 },
];

/** Words that the moderators write again and again. */
const REPLIES: readonly { title: string; text: string }[] = [
  {
    title: "Undressed in a call",
    text: "You showed yourself undressed in a call ({rule}).",
  },
  {
    title: "Selling",
    text: "You sent a link and a price to somebody who had asked for neither.",
  },
  {
    title: "Insults",
    text: "You insulted the other person from the first minute on ({rule}).",
  },
];

interface Ruled {
  about: number;
  reason: ReasonId;
  daysAgo: number;
  by: string;
  measure: Measure;
  rule: RuleId | null;
  facts: string;
  appeal: string | null;
}

/** What was decided before, and what was said against it. */
const RULINGS: readonly Ruled[] = [
  {
    about: 0,
    reason: "nudity",
    daysAgo: 60,
    by: "Jonas R.",
    measure: "warn",
    rule: "harm",
    facts: "You showed yourself undressed in one call.",
    appeal: null,
  },
  {
    about: 0,
    reason: "nudity",
    daysAgo: 20,
    by: "Ines K.",
    measure: "day_1",
    rule: "harm",
    facts: "You showed yourself undressed again, after a warning.",
    appeal: null,
  },
  {
    about: 12,
    reason: "fraud",
    daysAgo: 2,
    by: "Jonas R.",
    measure: "days_7",
    rule: "sell",
    facts: "You sent a link and a price to somebody who had asked for neither.",
    appeal:
      "They asked me where they could hear my band. I was answering, not selling.",
  },
  {
    about: 13,
    reason: "threat",
    daysAgo: 1,
    by: "Ines K.",
    measure: "days_30",
    rule: "harm",
    facts: "You threatened to find the other person.",
    appeal: "It was a joke between us. We both laughed.",
  },
  {
    about: 14,
    reason: "hate",
    daysAgo: 5,
    by: "Ines K.",
    measure: "dismiss",
    rule: null,
    facts: "The text shows an argument, and nothing that breaks a rule.",
    appeal: null,
  },
];

/** A clock that the past is told by. */
export class DemoClock implements Clock {
  constructor(public at: Millis) {}

  now(): Millis {
    return this.at;
  }
}

/** Fills a store; answers a one-time link's secret for each of the staff. */
export async function fillWithDemo(
  deps: SafetyDeps & { clock: DemoClock },
): Promise<{ name: string; roles: Role[]; token: string }[]> {
  const now = deps.clock.now();
  deps.clock.at = now - 90 * DAY;
  const people = await addPeople(deps, 60);
  const sessions = new Map<string, string>();
  const links = [];
  for (const { name, roles } of DEMO_STAFF) {
    const { staffId } = await addDemoStaff(deps, { name, roles });
    sessions.set(name, staffId);
    links.push({ name, roles, staffId });
  }
  for (const ruled of RULINGS) {
    await rule(deps, now, people, sessions.get(ruled.by)!, ruled);
  }
  deps.clock.at = now - 20 * HOUR;
  await askForCheck(deps, people, sessions.get("Sana T.")!);
  const inOrder = REPORTS.toSorted((a, b) => b.ago - a.ago);
  for (const [n, told] of inOrder.entries()) {
    deps.clock.at = now - told.ago * MINUTE;
    await report(deps, people[20 + n], people[told.about], told);
  }
  deps.clock.at = now;
  const onCall = await enter(deps, sessions.get("Jonas R.")!);
  await goOnCall(deps, authorised(deps, onCall, "alert.answer"), 8);
  const moderator = await enter(deps, sessions.get("Ines K.")!);
  const actor = authorised(deps, moderator, "reply.write");
  for (const reply of REPLIES) {
    await saveReply(deps, actor, { ...reply, id: null, isShared: true });
  }
  return await Promise.all(links.map(async ({ name, roles, staffId }) => {
    const token = newSecret();
    await addDemoEntry(deps, { digest: sha256(token), roles, staffId });
    return { name, roles, token };
  }));
}

async function addPeople(
  { store, clock }: SafetyDeps,
  count: number,
): Promise<AccountId[]> {
  const people: AccountId[] = [];
  for (let n = 0; n < count; n++) {
    const write = store.write();
    people.push(addAccount(write, clock.now(), null).accountId);
    if (!(await write.commit()).ok) throw new Error("Cannot add a person");
  }
  return people;
}

/** A call that just ended, what was written in it, and its report. */
async function report(
  deps: SafetyDeps & { clock: DemoClock },
  reporter: AccountId,
  reported: AccountId,
  { reason, words, lines = [] }: Omit<Told, "ago" | "about">,
): Promise<string> {
  const { store, clock } = deps;
  const now = clock.now();
  const call = {
    ...newCall(reporter, reported, now - 90 * SECOND),
    endedAt: now,
    openSince: null,
  };
  const added = await store.write().add(calls, call).commit();
  if (!added.ok) throw new Error("Cannot add a call");
  for (const [who, text] of lines) {
    const [from, to] = who === "reporter"
      ? [reporter, reported]
      : [reported, reporter];
    await saveMessage(deps, { call: call.id, from, to, text });
    clock.at += 6 * SECOND;
  }
  const filed = await fileReport(deps, reporter, {
    ...{ call: call.id, reason, words },
    clearlyAdult: false,
    still: null,
    withText: lines.length > 0,
  });
  if (!filed.ok) throw new Error(`Cannot report: ${filed.refusal}`);
  return filed.value.case;
}

function authorised<P extends Permission>(
  { clock }: SafetyDeps,
  staff: Staff,
  permission: P,
  place?: string,
): Actor<P> {
  const occasion = { now: clock.now(), place };
  const actor = Actor.authorise(staff, permission, occasion);
  if (!actor.ok) throw new Error(`Cannot ${permission}: ${actor.refusal}`);
  return actor.value;
}

/** A session that ends with the evening it is told of. */
async function enter(
  deps: SafetyDeps,
  staffId: string,
  place?: string,
): Promise<Staff> {
  const token = await addDemoSession(deps, staffId, place);
  const staff = await findStaff(deps.store, token, deps.clock.now());
  if (!staff) throw new Error("Cannot enter");
  return staff;
}

/** Somebody who seemed young was asked to show their age, and has time. */
async function askForCheck(
  deps: SafetyDeps & { clock: DemoClock },
  people: readonly AccountId[],
  staffId: string,
): Promise<void> {
  const reason = "under_18";
  const words = "Looked very young, and sat in a school uniform.";
  const number = await report(deps, people[58], people[15], { reason, words });
  deps.clock.at += 8 * MINUTE;
  const place = `/admin/age/${number}`;
  const staff = await enter(deps, staffId, place);
  await claimCase(deps, authorised(deps, staff, "age.read"), number);
  const { state } = (await loadCase(deps.store, number))!;
  const reports = state.open.map(({ report }) => report);
  const actor = authorised(deps, staff, "age.decide", place);
  const asked = await askAgeCheck(deps, actor, { number, reports });
  if (!asked.ok) throw new Error(`Cannot ask for a check: ${asked.refusal}`);
}

async function rule(
  deps: SafetyDeps & { clock: DemoClock },
  now: Millis,
  people: readonly AccountId[],
  staffId: string,
  { about, reason, daysAgo, measure, rule, facts, appeal }: Ruled,
): Promise<void> {
  deps.clock.at = now - daysAgo * DAY;
  const reported = people[about];
  const number = await report(deps, people[50 + about % 9], reported, {
    reason,
    words: null,
  });
  deps.clock.at += 40 * MINUTE;
  const staff = await enter(deps, staffId);
  await claimCase(deps, authorised(deps, staff, "case.claim"), number);
  const { state } = (await loadCase(deps.store, number))!;
  const decided = await decideCase(
    deps,
    authorised(deps, staff, "case.decide"),
    {
      ...{ number, rule, facts, reason: null, bulk: null },
      reports: state.open.map(({ report }) => report),
      measures: [measure],
    },
  );
  if (!decided.ok) throw new Error(`Cannot decide: ${decided.refusal}`);
  await tellReporters(deps, decided.value.id);
  if (appeal === null) return;
  deps.clock.at += 12 * HOUR;
  const filed = await fileAppeal(deps, {
    ...{ decision: decided.value.id, by: "person", report: null },
    ...{ appellant: reported, claim: "not_so", words: appeal },
  });
  if (!filed.ok) throw new Error(`Cannot appeal: ${filed.refusal}`);
}
