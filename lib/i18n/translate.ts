import { IntlMessageFormat } from "intl-messageformat";
import type { en } from "./messages/en.ts";

export type MessageKey = keyof typeof en;

/** Messages by key: a whole catalogue, or the part that an island was given. */
export type Messages = Readonly<Partial<Record<MessageKey, string>>>;

/** The text for `key`; what its message asks for in braces must be given. */
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...values: ValuesOf<Arguments<typeof en[Key]>>
) => string;

type ValuesOf<Name extends string> = [Name] extends [never] ? []
  : [values: Readonly<Record<Name, string | number>>];

/** Names in braces: `{time}` and `{seconds, plural, …}`, not the words of a plural. */
type Arguments<Text extends string> = Text extends
  `${string}{${infer Inner}}${infer Rest}` ? NameIn<Inner> | Arguments<Rest>
  : never;

type NameIn<Inner extends string> = Inner extends
  `${infer Name}, plural,${string}` ? Name
  : Inner extends `${string} ${string}` ? never
  : Inner;

export function createTranslator(
  messages: Messages,
  locale: string,
): Translate {
  const formats = new Map<MessageKey, IntlMessageFormat>();
  return (key, ...[values]) => {
    const format = formats.get(key) ?? compile(messages, locale, key);
    formats.set(key, format);
    return String(format.format(values));
  };
}

function compile(messages: Messages, locale: string, key: MessageKey) {
  const message = messages[key];
  if (message === undefined) {
    throw new RangeError(`Cannot translate ${key}: no such message`);
  }
  return new IntlMessageFormat(message, locale, undefined, {
    ignoreTag: true,
  });
}
