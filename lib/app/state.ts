import { type Context, createDefine } from "fresh";
import type { Chatter } from "../accounts/mod.ts";
import type { Gate } from "../age/mod.ts";
import type { Locale, Translate } from "../i18n/mod.ts";
import type { Millo } from "./millo.ts";

/** What the middlewares found out before a route runs. */
export interface State {
  millo: Millo;
  t: Translate;
  locale: Locale;
  /** True where cookies travel over TLS only. */
  secure: boolean;
  chatter: Chatter | null;
  gate: Gate;
}

export const define = createDefine<State>();
export type Ctx = Context<State>;
