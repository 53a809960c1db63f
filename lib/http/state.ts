import { type Context, createDefine } from "fresh";
import type { Member } from "../accounts/mod.ts";
import type { Gate } from "../age/mod.ts";
import type { Locale, Translate } from "../i18n/mod.ts";
import type { Staff } from "../staff/mod.ts";
import { closeMethods } from "./methods.ts";
import type { Millo } from "../app/mod.ts";
import type { Principal } from "./principal.ts";

/** What the middlewares found out before a route runs. */
export interface State {
  millo: Millo;
  /** Names this request in the log, and to the help desk. */
  request: string;
  /** Where it comes from; null where that is not known. */
  address: string | null;
  t: Translate;
  locale: Locale;
  /** What this site can be read in. */
  locales: readonly Locale[];
  /** True where cookies travel over TLS only. */
  secure: boolean;
  principal: Principal;
  /** Whether one of the staff was signed in here until they left it idle. */
  staffLapsed: boolean;
  gate: Gate;
  /**
   * The newest change when one of the staff asked, so that the page can go on
   * after it; null for anybody else. See lib/changes.
   */
  since: number | null;
  /** The secret mark of this browser, once it was asked for; see markOf. */
  device: string | null;
  /** Whether this very request signals Global Privacy Control. */
  gpc: boolean;
  /** Whether data of this browser or account must never be sold or shared. */
  optedOut: boolean;
  /** Messages in the member's inbox that were not opened, up to ten. */
  unread: number;
}

const plain = createDefine<State>();

/** Fresh's, and routes that name their methods answer the others by 405. */
export const define: typeof plain = {
  ...plain,
  handlers: (handlers) => closeMethods(plain.handlers(handlers)),
};

/** What a route finds that only members may enter; see ACCESS. */
export interface MemberState extends State {
  principal: Member;
}

const plainForMembers = createDefine<MemberState>();

/** As define, for the routes that ACCESS opens to members alone. */
export const members: typeof plainForMembers = {
  ...plainForMembers,
  handlers: (handlers) => closeMethods(plainForMembers.handlers(handlers)),
};

/** What a route of the back office finds; see ACCESS. */
export interface StaffState extends State {
  principal: Staff;
}

const plainForStaff = createDefine<StaffState>();

/** As define, for the routes that ACCESS opens to the staff. */
export const staffRoutes: typeof plainForStaff = {
  ...plainForStaff,
  handlers: (handlers) => closeMethods(plainForStaff.handlers(handlers)),
};

/** What Fresh gives to handlers, without its own inner parts. */
type Public<C> = Pick<C, Extract<keyof C, string>>;

export type Ctx = Public<Context<State>>;
export type MemberCtx = Public<Context<MemberState>>;
export type StaffCtx = Public<Context<StaffState>>;
