import type { Basis } from "../store/mod.ts";

/**
 * What a message can be about. All of it is in the inbox; `mail` says when it
 * also goes to a confirmed address: always, until it is turned off, or only
 * once it is turned on.
 */
export interface Topic {
  basis: Basis;
  mail: "always" | "until-off" | "once-on";
}

export const TOPICS = {
  account: { basis: "contract", mail: "always" },
  answers: { basis: "contract", mail: "until-off" },
  policies: { basis: "legitimate-interest", mail: "until-off" },
  news: { basis: "consent", mail: "once-on" },
} as const satisfies Record<string, Topic>;

export type TopicName = keyof typeof TOPICS;

export const TOPIC_NAMES = Object.keys(TOPICS) as readonly TopicName[];

/** The topics that have a switch. */
export const OPTIONAL_TOPICS = TOPIC_NAMES.filter((name) => hasSwitch(name));

export type OptionalTopic = {
  [N in TopicName]: typeof TOPICS[N]["mail"] extends "always" ? never : N;
}[TopicName];

export function hasSwitch(name: TopicName): name is OptionalTopic {
  return TOPICS[name].mail !== "always";
}

/** Whether mail about it may be sent; `wish` is null where none was told. */
export function isWanted(name: TopicName, wish: boolean | null): boolean {
  const { mail } = TOPICS[name];
  return mail === "always" || (wish ?? mail === "until-off");
}
