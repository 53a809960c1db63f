import { shortDate } from "../../../lib/i18n/mod.ts";
import { Pagination } from "../../Pagination.tsx";
import type { InboxPageProps } from "../InboxPage.tsx";

export function MessageList(props: InboxPageProps) {
  const { t, locale, list, open, page, more } = props;
  return (
    <>
      <nav class="mail-list" aria-label={t("inbox.label")}>
        {list.map(({ id, title, lead, day, unread }) => (
          <a
            key={id}
            // At 390 the message stands below the list.
            href={`/account/inbox/${id}#message`}
            class={unread ? "new" : undefined}
            aria-current={id === open?.id ? "page" : undefined}
          >
            <span>
              {unread && <span class="visually-hidden">{t("inbox.new")}</span>}
              {unread ? " " : ""}
              {title}
            </span>{" "}
            <time class="quiet small" datetime={day}>
              {shortDate(day, locale)}
            </time>{" "}
            <span class="under">{lead}</span>
          </a>
        ))}
      </nav>
      <Pagination
        label={t("inbox.pages")}
        page={page}
        more={more}
        addressOf={(number) => `/account/inbox?page=${number}`}
        previous={t("inbox.later")}
        next={t("inbox.earlier")}
      />
    </>
  );
}
