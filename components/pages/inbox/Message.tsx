import { longDate, type Translate } from "../../../lib/i18n/mod.ts";
import type { NoticeView } from "../../../lib/notices/mod.ts";

export interface MessageProps {
  t: Translate;
  locale: string;
  message: NoticeView;
}

export function Message({ t, locale, message }: MessageProps) {
  const { title, day, text, link } = message;
  return (
    <article class="stack" id="message" aria-labelledby="message-title">
      <header class="stack gap-2">
        <h2 id="message-title">{title}</h2>
        <p class="quiet small">
          <time datetime={day}>
            {t("inbox.from", { date: longDate(day, locale) })}
          </time>
        </p>
      </header>
      {text.map((part, n) => <p key={n} class="lines">{part}</p>)}
      {link && (
        <p>
          <a class="btn" href={link.to}>{link.label}</a>
        </p>
      )}
    </article>
  );
}
