import type { Ref } from "preact";
import type { Translate } from "../../lib/i18n/mod.ts";
import { Icon } from "../Icon.tsx";
import { CALL_KEYS } from "../keys.ts";
import { Chat, type ChatProps } from "./Chat.tsx";
import { clock } from "./clock.ts";
import { CallControls, Next, Tool } from "./CallControls.tsx";
import { type Connection, ConnectionQuality } from "./ConnectionQuality.tsx";
import { type CallActions, TalkBar } from "./TalkBar.tsx";

export interface TalkCallProps extends CallActions {
  t: Translate;
  state: "matched" | "live";
  /** Seconds since the meeting. */
  elapsed: number;
  connection: Connection;
  /** Their camera, once their picture is there. */
  theyHide?: boolean;
  muted: boolean;
  cameraOff: boolean;
  chat: Omit<ChatProps, "t">;
  remoteRef?: Ref<HTMLVideoElement>;
  selfRef?: Ref<HTMLVideoElement>;
}

export function TalkCall(props: TalkCallProps) {
  const { t, elapsed, connection, chat } = props;
  return (
    <>
      <TalkBar t={t} call={props}>
        <span class="num">{clock(elapsed)}</span>
        <ConnectionQuality t={t} connection={connection} />
      </TalkBar>
      <Pictures {...props} />
      <Controls {...props} />
      <Chat {...chat} t={t} />
    </>
  );
}

function Pictures(props: TalkCallProps) {
  const { t, state, remoteRef, selfRef } = props;
  const text = told(props);
  return (
    <main class={state === "matched" ? "view arriving" : "view"} id="main">
      <h1 class="visually-hidden" tabIndex={-1}>{t("talk.call.title")}</h1>
      <div class="other">
        <video
          class="person"
          ref={remoteRef}
          aria-label={t("talk.call.other")}
          autoplay
          playsInline
        />
      </div>
      <p class="told" role="status">{text && <span>{text}</span>}</p>
      <figure class="self">
        <video class="person mirror" ref={selfRef} autoplay muted playsInline />
        <figcaption>{t("talk.call.you")}</figcaption>
      </figure>
    </main>
  );
}

/** What the picture alone would leave open. */
function told({ t, state, connection, theyHide }: TalkCallProps): string {
  if (connection === "back") return t("talk.call.lost");
  if (state === "matched") return t("talk.call.waiting");
  return theyHide ? t("talk.call.theyHide") : "";
}

function Controls(props: TalkCallProps) {
  const { t, muted, cameraOff, onMute, onCamera, onReport, onNext } = props;
  return (
    <CallControls label={t("talk.call.controls")}>
      <Tool
        label={t("talk.call.mute")}
        text={t("talk.call.mute")}
        icon={muted ? "micOff" : "mic"}
        shortcut="mute"
        pressed={muted}
        onPress={onMute}
      />
      <Tool
        label={t("talk.call.cameraOff")}
        text={t("talk.call.camera")}
        icon={cameraOff ? "cameraOff" : "camera"}
        shortcut="camera"
        pressed={cameraOff}
        onPress={onCamera}
      />
      <button
        class="tool"
        type="button"
        aria-keyshortcuts={CALL_KEYS.report.named}
        aria-haspopup="dialog"
        onClick={onReport}
      >
        <Icon name="flag" />
        <span>{t("talk.call.report")}</span>
        <kbd aria-hidden="true">{CALL_KEYS.report.printed[0]}</kbd>
      </button>
      <Next text={t("talk.call.next")} tone="go" onPress={onNext} />
    </CallControls>
  );
}
