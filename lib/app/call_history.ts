import type { Member } from "../accounts/mod.ts";
import { type Call, otherThan, recentCalls } from "../calls/mod.ts";
import { hourOf, type Millis, SECOND } from "../kernel/mod.ts";
import {
  EVIDENCE_TIME,
  type OwnReportView,
  ownReportView,
  reportIdOf,
} from "../safety/mod.ts";
import { type Block, blockIdOf, listBlocks } from "../standing/mod.ts";
import { type Ending, historyOf, type UsedCall } from "../usage/mod.ts";
import type { Millo } from "./open.ts";

/** One call as its person sees it: nothing about the other. */
export interface CallView {
  /** When it began; to the hour once its record has ended. */
  at: Millis;
  seconds: number;
  ending: Ending;
  /** What can be done about it, for the two days that its record lasts. */
  recent: RecentCallView | null;
}

export interface RecentCallView {
  call: string;
  block: "none" | "blocked" | "reported" | "erased";
  report: Pick<OwnReportView, "id" | "state"> | null;
  /** Until when a report takes the text along; null where that is over. */
  textUntil: Millis | null;
}

export interface BlockView {
  id: string;
  at: Millis;
  byReport: boolean;
  nickname: string | null;
}

export interface CallHistoryView {
  calls: CallView[];
  visits: { hour: Millis }[];
  blocks: BlockView[];
}

/** A person's calls and visits, and whom they blocked; the newest first. */
export async function callHistoryOf(
  millo: Pick<Millo, "store" | "clock" | "safety">,
  member: Member,
): Promise<CallHistoryView> {
  const { store, clock } = millo;
  const { accountId } = member;
  const { calls: used, visits } = await historyOf(store, member);
  const recent = await recentCalls(store, accountId);
  const blocks = await listBlocks(store, accountId);
  const reports = await Promise.all(
    recent.map(({ id }) =>
      ownReportView(millo.safety, accountId, reportIdOf(id, accountId))
    ),
  );
  const later = takeAway(used, recent).map((call) => ({
    ...call,
    at: call.hour,
    recent: null,
  }));
  const views = recent.map((call, n) => ({
    at: call.startedAt,
    seconds: secondsOf(call),
    ending: endingOf(used, call),
    recent: {
      call: call.id,
      block: blockOn(blocks, otherThan(call, accountId)),
      report: reports[n],
      textUntil: textUntil(call, clock.now()),
    },
  }));
  return {
    calls: [...views, ...later].sort((one, other) => other.at - one.at),
    visits,
    blocks: blocks.map(viewOf),
  };
}

/**
 * What is left of the calls that a person had once those are taken away whose
 * records still last. Neither names the other: hour and length say which is
 * which, and two that have both alike look alike anyway.
 */
function takeAway(
  used: readonly UsedCall[],
  recent: readonly Call[],
): UsedCall[] {
  const left = [...used];
  for (const call of recent) {
    const at = left.findIndex((one) => isSame(one, call));
    if (at !== -1) left.splice(at, 1);
  }
  return left;
}

function endingOf(used: readonly UsedCall[], call: Call): Ending {
  return used.find((one) => isSame(one, call))?.ending ?? "interrupted";
}

function isSame({ hour, seconds }: UsedCall, call: Call): boolean {
  return hour === hourOf(call.startedAt) && seconds === secondsOf(call);
}

function secondsOf({ startedAt, endedAt }: Call): number {
  return Math.max(0, Math.round(((endedAt ?? startedAt) - startedAt) / SECOND));
}

function textUntil({ endedAt }: Call, now: Millis): Millis | null {
  const until = (endedAt ?? now) + EVIDENCE_TIME;
  return until > now ? until : null;
}

function blockOn(
  blocks: readonly Block[],
  other: string | null,
): RecentCallView["block"] {
  if (other === null) return "erased";
  const found = blocks.find(({ blocked }) => blocked === other);
  if (!found) return "none";
  return found.byReport ? "reported" : "blocked";
}

function viewOf(block: Block): BlockView {
  const { at, byReport, nickname } = block;
  return { id: blockIdOf(block), at, byReport, nickname };
}
