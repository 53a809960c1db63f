/**
 * For: what is in force about a person: sanctions, and whom they never meet.
 * Keeps: sanctions with their ends, blocks, marks of browsers, digests of bans.
 * Enter: matching and rooms after it; it knows of no cases.
 */
export { addBan, type BanDeps, decisionsBarring, isBarred } from "./bans.ts";
export { marksOf, noteMark, siblingsOf } from "./browser_marks.ts";
export { KeyedDigests } from "./digests.ts";
export {
  addBlock,
  type Block,
  blockIdOf,
  findBlocked,
  findPair,
  listBlocks,
  nameBlock,
  type Pair,
  unblock,
} from "./blocks.ts";
export { MAX_NICKNAME, nicknameForm } from "./forms.ts";
export { SANCTION_KINDS, type SanctionKind } from "./records.ts";
export {
  addSanction,
  confirmSanctionsOf,
  endReviews,
  endSanctionsOf,
  findStanding,
  forgetReviews,
  listSanctions,
  type NewSanction,
} from "./sanctions.ts";
export {
  isInForce,
  type Sanction,
  type Standing,
  standingOf,
} from "./standing.ts";
