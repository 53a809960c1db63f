import type { Translate } from "../../lib/i18n/mod.ts";
import type { NoticeView } from "../../lib/notices/mod.ts";
import { Page } from "../layout/Page.tsx";
import { Message } from "./inbox/Message.tsx";
import { MessageList } from "./inbox/MessageList.tsx";

export interface InboxPageProps {
  t: Translate;
  locale: string;
  list: NoticeView[];
  /** Counts from 1. */
  page: number;
  more: boolean;
  /** The message that is read; null when none was chosen. */
  open: NoticeView | null;
}

export function InboxPage(props: InboxPageProps) {
  const { t, locale, list, open } = props;
  const title = open ? `${open.title} · ${t("inbox.title")}` : t("inbox.title");
  return (
    <Page t={t} title={title}>
      <div class="page wide stack gap-5">
        <h1>{t("inbox.title")}</h1>
        <div class="mail">
          <div class="stack gap-5">
            {list.length > 0
              ? <MessageList {...props} />
              : <p>{t("inbox.empty")}</p>}
            <p>
              <a href="/account/notices">{t("inbox.mail")}</a>
            </p>
          </div>
          {open
            ? <Message t={t} locale={locale} message={open} />
            : list.length > 0 && <p class="quiet">{t("inbox.choose")}</p>}
        </div>
      </div>
    </Page>
  );
}
