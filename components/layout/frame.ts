import { createContext } from "preact";

export interface Language {
  tag: string;
  /** In its own words. */
  name: string;
}

/** What the frame of a page shows besides the page itself. */
export interface FrameState {
  /** Path of the page, to mark the current place. */
  path: string;
  /** Unread messages of a member; null for anybody else. */
  unread: number | null;
  locale: string;
  /** What the site can be read in. */
  languages: readonly Language[];
  /** Whether data of theirs must never be sold or shared. */
  optedOut: boolean;
  /** Path and query of the page, to come back to. */
  address: string;
  /** Where a member comes back from here. */
  returnTo: string;
}

/** Set once around every page, so that no page has to hand it on. */
export const Frame = createContext<FrameState>({
  path: "",
  unread: null,
  locale: "en",
  languages: [],
  optedOut: false,
  address: "/",
  returnTo: "/account/return",
});
