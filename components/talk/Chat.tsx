import type { TargetedSubmitEvent } from "preact";
import { useState } from "preact/hooks";
import type { Translate } from "../../lib/i18n/mod.ts";
import { Icon } from "../Icon.tsx";

export interface ChatMessage {
  id: string | number;
  /** `note` is said by the page itself. */
  from: "me" | "them" | "note";
  text: string;
  failed?: boolean;
}

export interface ChatProps {
  t: Translate;
  messages: readonly ChatMessage[];
  typing?: boolean;
  /** How many more characters the text may have; below zero if too long. */
  left(text: string): number;
  /** The field is emptied unless this answers false. */
  onSend(text: string): boolean | void;
  onType?(): void;
}

export function Chat(props: ChatProps) {
  const { t, messages, typing } = props;
  return (
    <section class="chat" aria-label={t("talk.chat.label")}>
      <div
        class="log"
        tabIndex={0}
        role="log"
        aria-label={t("talk.chat.log")}
      >
        <ol role="list">
          {messages.map((message) => (
            <Message key={message.id} t={t} message={message} />
          ))}
          {typing && <li class="said">{t("talk.chat.typing")}</li>}
        </ol>
      </div>
      <Say {...props} />
    </section>
  );
}

const LOOKS = { me: "mine", them: undefined, note: "said" } as const;

function Message({ t, message }: { t: Translate; message: ChatMessage }) {
  return (
    <li class={LOOKS[message.from]}>
      {message.from !== "note" && (
        <span class="visually-hidden">{t(`talk.chat.${message.from}`)}</span>
      )} <span dir="auto">{message.text}</span>
      {message.failed && <span class="failed">{t("talk.chat.failed")}</span>}
    </li>
  );
}

/** From here on the field says how much is left. */
const NEAR_THE_END = 50;

function Say({ t, left, onSend, onType }: ChatProps) {
  const [text, setText] = useState("");
  const rest = left(text);
  const send = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.trim() && rest >= 0 && onSend(text) !== false) setText("");
  };
  return (
    <form autocomplete="off" onSubmit={send}>
      <label class="visually-hidden" for="say">{t("talk.chat.field")}</label>
      <input
        class="input"
        id="say"
        name="say"
        dir="auto"
        value={text}
        aria-invalid={rest < 0 ? "true" : undefined}
        aria-describedby="say-left"
        placeholder={t("talk.chat.placeholder")}
        enterkeyhint="send"
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          onType?.();
        }}
      />
      <p class={rest < 0 ? "left over" : "left"} id="say-left" role="status">
        {rest <= NEAR_THE_END && told(t, rest)}
      </p>
      <button class="btn" type="submit" aria-label={t("talk.chat.send")}>
        <Icon name="send" />
      </button>
    </form>
  );
}

function told(t: Translate, rest: number): string {
  return rest < 0
    ? t("talk.chat.over", { over: -rest })
    : t("talk.chat.left", { left: rest });
}
