import type { AccountId } from "../kernel/mod.ts";
import { DEFAULT_LOCALE, isLocale, translator } from "../i18n/mod.ts";
import {
  isForStaff,
  type MailName,
  MAILS,
  type Values,
  wordingOf,
} from "./templates.ts";
import { hasSwitch } from "./topics.ts";

/** A mail in words: plain text, and nothing that reports who opened it. */
export interface Letter {
  id: string;
  to: string;
  /** Name of the sender. */
  from: string;
  subject: string;
  text: string;
  /** Where mail about this topic can be turned off, where it can. */
  unsubscribe: string | null;
}

interface Mail {
  id: string;
  accountId: AccountId | null;
  /** Null when it goes to the address of the account. */
  to: string | null;
  template: MailName;
  values: Values;
  locale: string;
}

export function letterOf(mail: Mail, to: string, origin: string): Letter {
  const t = translator(isLocale(mail.locale) ? mail.locale : DEFAULT_LOCALE);
  const { title, text, link } = wordingOf(t, mail.template, mail.values);
  const toAccount = mail.to === null;
  const unsubscribe = toAccount && hasSwitch(MAILS[mail.template].topic)
    ? `${origin}/account/notices`
    : null;
  const toStaff = isForStaff(mail.template);
  const opens = link !== null && (mail.accountId !== null || toStaff);
  const why = toStaff
    ? "mail.why.staff"
    : toAccount
    ? "mail.why.account"
    : "mail.why.asked";
  const parts = [
    ...text,
    ...(opens ? [`${link.label}: ${origin}${link.to}`] : []),
    "-- ",
    t(why, { origin }),
    ...(unsubscribe ? [t("mail.unsubscribe", { link: unsubscribe })] : []),
  ];
  return {
    id: mail.id,
    to,
    from: t("app.name"),
    subject: title,
    text: `${parts.join("\n\n").replace("-- \n\n", "-- \n")}\n`,
    unsubscribe,
  };
}
