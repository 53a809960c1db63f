import type { Translate } from "../i18n/mod.ts";
import type { Notice } from "./actions.ts";
import { type Wording, wordingOf } from "./templates.ts";

/** A message as its reader sees it. */
export interface NoticeView extends Wording {
  id: string;
  /** Calendar day on which it came. */
  day: string;
  unread: boolean;
}

export function viewOf(notice: Notice, t: Translate): NoticeView {
  return {
    ...wordingOf(t, notice.template, notice.values),
    id: notice.id,
    day: new Date(notice.at).toISOString().slice(0, 10),
    unread: notice.unreadSince !== null,
  };
}
