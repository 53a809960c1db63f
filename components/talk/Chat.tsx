import type { TargetedSubmitEvent } from "preact";
import { useState } from "preact/hooks";
import type { Translate } from "../../lib/i18n/mod.ts";
import type { TextLimit } from "../../lib/text/mod.ts";
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
  /** How much more the text may have; what is below zero is too much. */
  left(text: string): TextLimit;
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
  const isOver = rest.characters < 0 || rest.bytes < 0;
  const send = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.trim() && !isOver && onSend(text) !== false) setText("");
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
        aria-invalid={isOver ? "true" : undefined}
        aria-describedby="say-left"
        placeholder={t("talk.chat.placeholder")}
        enterkeyhint="send"
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          onType?.();
        }}
      />
      <p class={isOver ? "left over" : "left"} id="say-left" role="status">
        {told(t, rest)}
      </p>
      <button class="btn" type="submit" aria-label={t("talk.chat.send")}>
        <Icon name="send" />
      </button>
    </form>
  );
}

function told(t: Translate, { characters, bytes }: TextLimit): string {
  if (characters < 0) return t("talk.chat.over", { over: -characters });
  if (bytes < 0) return t("talk.chat.large");
  return characters <= NEAR_THE_END
    ? t("talk.chat.left", { left: characters })
    : "";
}
