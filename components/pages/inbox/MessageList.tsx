import { shortDate } from "../../../lib/i18n/mod.ts";
import type { InboxPageProps } from "../InboxPage.tsx";

export function MessageList(props: InboxPageProps) {
  const { t, locale, list, open } = props;
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
      <Pages {...props} />
    </>
  );
}

function Pages({ t, page, more }: InboxPageProps) {
  if (page === 1 && !more) return null;
  return (
    <nav class="actions" aria-label={t("inbox.pages")}>
      {page > 1 && (
        <a class="btn" href={`/account/inbox?page=${page - 1}`}>
          {t("inbox.later")}
        </a>
      )}
      {more && (
        <a class="btn" href={`/account/inbox?page=${page + 1}`}>
          {t("inbox.earlier")}
        </a>
      )}
    </nav>
  );
}
