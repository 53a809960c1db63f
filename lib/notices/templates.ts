import { z } from "zod";
import type { MessageKey, Translate } from "../i18n/mod.ts";
import type { TopicName } from "./topics.ts";

interface Template {
  topic: TopicName;
  values: z.ZodObject;
  /** Where the reader may want to go next; named by the message `.link`. */
  link?: (values: Values) => string;
  /** True for what goes to the staff, at the address that they gave for it. */
  toStaff?: true;
}

export type Values = Readonly<Record<string, string | number>>;

const line = z.string().max(200);

/**
 * Everything that Millo tells a person, by the name of its messages in the
 * catalogue (`notice.<name>.title`, `.lead`, `.text`).
 */
export const NOTICES = {
  addressConfirmed: { topic: "account", values: z.object({}) },
  ageCheckAsked: {
    topic: "account",
    values: z.object({}),
    link: () => "/account/standing/check",
  },
  ageCheckOver: {
    topic: "account",
    values: z.object({ failed: z.number().int() }),
    link: () => "/account/standing",
  },
  ageCheckReminder: {
    topic: "account",
    values: z.object({}),
    link: () => "/account/standing/check",
  },
  appealAsked: {
    topic: "answers",
    values: z.object({ outcome: line, to: line }),
    link: ({ to }) => String(to),
  },
  appealDecided: {
    topic: "answers",
    values: z.object({ outcome: line, to: line }),
    link: ({ to }) => String(to),
  },
  decisionMade: {
    topic: "account",
    values: z.object({
      step: line,
      until: z.number().int(),
      decision: line,
    }),
    link: ({ decision }) => `/account/standing?decision=${decision}`,
  },
  decisionUndone: {
    topic: "account",
    values: z.object({ decision: line }),
    link: ({ decision }) => `/account/standing?decision=${decision}`,
  },
  held: {
    topic: "account",
    values: z.object({}),
    link: () => "/account/standing",
  },
  holdEnded: {
    topic: "account",
    values: z.object({ shown: z.number().int() }),
    link: () => "/talk",
  },
  mailFailed: {
    topic: "account",
    values: z.object({}),
    link: () => "/account",
  },
  news: {
    topic: "news",
    values: z.object({ title: line, text: z.string().max(10_000) }),
  },
  policyChanged: {
    topic: "policies",
    values: z.object({ slug: line, title: line, version: z.number().int() }),
    link: ({ slug }) => `/policies/${slug}`,
  },
  reportDecided: {
    topic: "answers",
    values: z.object({ report: line, acted: z.number().int() }),
    link: ({ report }) => `/account/reports/${report}`,
  },
  reportReopened: {
    topic: "answers",
    values: z.object({ report: line, acted: z.number().int() }),
    link: ({ report }) => `/account/reports/${report}`,
  },
  supportAnswered: {
    topic: "answers",
    values: z.object({ number: line, answer: z.string().max(10_000) }),
    link: ({ number }) => `/contact?ticket=${number}`,
  },
  supportReceived: { topic: "answers", values: z.object({ number: line }) },
} as const satisfies Record<string, Template>;

/** What may also be mailed; a code belongs in no inbox, the staff have none. */
export const MAILS = {
  ...NOTICES,
  alertRaised: {
    topic: "account",
    // A mail lies on servers of others: nothing that a person wrote or is.
    values: z.object({
      number: line,
      cause: line,
      reason: line,
      time: line,
      nobody: z.number().int(),
      to: line,
    }),
    link: ({ to }) => String(to),
    toStaff: true,
  },
  nobodyOnCall: {
    topic: "account",
    values: z.object({}),
    link: () => "/admin/me",
    toStaff: true,
  },
  code: {
    topic: "account",
    values: z.object({ code: line, minutes: z.number().int() }),
  },
} as const satisfies Record<string, Template>;

export type NoticeName = keyof typeof NOTICES;
export type MailName = keyof typeof MAILS;
export type ValuesOf<Name extends MailName> = z.input<
  typeof MAILS[Name]["values"]
>;

/** A message in words. */
export interface Wording {
  title: string;
  lead: string;
  /** Paragraphs. */
  text: string[];
  link: { to: string; label: string } | null;
}

/** Message keys are made from names here, so their values are checked by zod. */
type Loosely = (key: MessageKey, values: Values) => string;

export function wordingOf(
  t: Translate,
  name: MailName,
  values: Values,
): Wording {
  const say = t as Loosely;
  const { link }: Template = MAILS[name];
  return {
    title: say(`notice.${name}.title`, values),
    lead: isNotice(name) ? say(`notice.${name}.lead`, values) : "",
    text: paragraphs(say(`notice.${name}.text`, values)),
    link: link ? { to: link(values), label: say(linkKey(name), values) } : null,
  };
}

function isNotice(name: MailName): name is NoticeName {
  return Object.hasOwn(NOTICES, name);
}

/** Whether a mail goes to the staff rather than to a member or a visitor. */
export function isForStaff(name: MailName): boolean {
  const { toStaff }: Template = MAILS[name];
  return toStaff === true;
}

function linkKey(name: MailName): MessageKey {
  return `notice.${name}.link` as MessageKey;
}

function paragraphs(text: string): string[] {
  return text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);
}
