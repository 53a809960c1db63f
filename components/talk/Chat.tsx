import type { TargetedSubmitEvent } from "preact";
import type { Translate } from "../../lib/i18n/mod.ts";
import { Icon } from "../Icon.tsx";

export interface ChatLine {
  id: string | number;
  /** `note` is said by the page itself. */
  from: "me" | "them" | "note";
  text: string;
  failed?: boolean;
}

export interface ChatProps {
  t: Translate;
  lines: readonly ChatLine[];
  typing?: boolean;
  maxLength?: number;
  /** The field is emptied unless this answers false. */
  onSend(text: string): boolean | void;
  onType?(): void;
}

export function Chat(props: ChatProps) {
  const { t, lines, typing } = props;
  return (
    <section class="chat" aria-label={t("talk.chat.label")}>
      <div
        class="log"
        tabIndex={0}
        role="log"
        aria-label={t("talk.chat.log")}
      >
        <ol role="list">
          {lines.map((line) => <Line key={line.id} t={t} line={line} />)}
          {typing && <li class="said">{t("talk.chat.typing")}</li>}
        </ol>
      </div>
      <Say {...props} />
    </section>
  );
}

const LOOKS = { me: "mine", them: undefined, note: "said" } as const;

function Line({ t, line }: { t: Translate; line: ChatLine }) {
  return (
    <li class={LOOKS[line.from]}>
      {line.from !== "note" && (
        <span class="visually-hidden">{t(`talk.chat.${line.from}`)}</span>
      )} <span dir="auto">{line.text}</span>
      {line.failed && <span class="failed">{t("talk.chat.failed")}</span>}
    </li>
  );
}

function Say({ t, maxLength = 500, onSend, onType }: ChatProps) {
  return (
    <form
      autocomplete="off"
      onSubmit={(event) => send(event, onSend)}
    >
      <label class="visually-hidden" for="say">{t("talk.chat.field")}</label>
      <input
        class="input"
        id="say"
        name="say"
        dir="auto"
        maxLength={maxLength}
        placeholder={t("talk.chat.placeholder")}
        enterkeyhint="send"
        onInput={onType}
      />
      <button class="btn" type="submit" aria-label={t("talk.chat.send")}>
        <Icon name="send" />
      </button>
    </form>
  );
}

function send(
  event: TargetedSubmitEvent<HTMLFormElement>,
  onSend: ChatProps["onSend"],
): void {
  event.preventDefault();
  const form = event.currentTarget;
  const text = String(new FormData(form).get("say") ?? "").trim();
  if (text && onSend(text) !== false) form.reset();
}
