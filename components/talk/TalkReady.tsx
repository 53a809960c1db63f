import type { Ref } from "preact";
import type { Translate } from "../../lib/i18n/mod.ts";
import { Icon } from "../Icon.tsx";
import { CallControls, Next } from "./CallControls.tsx";
import { TalkBar } from "./TalkBar.tsx";

/** Why there is no picture yet. */
export type CameraTrouble =
  | "asking"
  | "refused"
  | "missing"
  | "busy"
  | "insecure";

export interface TalkReadyProps {
  t: Translate;
  camera: "on" | CameraTrouble;
  previewRef?: Ref<HTMLVideoElement>;
  /** Whether this is the last step of somebody's first way in. */
  isFirst?: boolean;
  /** Whether Find someone can be pressed; else only with the camera on. */
  canFind?: boolean;
  onTryAgain(): void;
  onFind(): void;
}

export function TalkReady(props: TalkReadyProps) {
  const { t, camera, previewRef, isFirst = false, onFind } = props;
  const { canFind = camera === "on" } = props;
  return (
    <>
      <TalkBar t={t}>
        {isFirst && (
          <span class="quiet">{t("talk.ready.step", { step: 3, of: 3 })}</span>
        )}
      </TalkBar>
      <main class="ready" id="main">
        <Preview t={t} on={camera === "on"} previewRef={previewRef} />
        <div class="stack">
          <h1 tabIndex={-1}>{t("talk.ready.title")}</h1>
          <div role="status">
            {camera === "on"
              ? <p class="quiet">{t("talk.ready.hint")}</p>
              : <Trouble {...props} camera={camera} />}
          </div>
          <p class="quiet">{t("talk.ready.what")}</p>
        </div>
      </main>
      <CallControls label={t("talk.controls")}>
        <Next
          text={t("talk.ready.find")}
          tone="accent"
          disabled={!canFind}
          onPress={onFind}
        />
      </CallControls>
    </>
  );
}

interface PreviewProps {
  t: Translate;
  on: boolean;
  previewRef?: Ref<HTMLVideoElement>;
}

function Preview({ t, on, previewRef }: PreviewProps) {
  return (
    <div class="preview">
      <video
        class="person mirror"
        ref={previewRef}
        aria-label={t("talk.ready.preview")}
        autoplay
        muted
        playsInline
      />
      {on
        ? <p class="over">{t("talk.ready.onlyYou")}</p>
        : <Icon name="cameraOff" />}
    </div>
  );
}

type TroubleProps = TalkReadyProps & { camera: CameraTrouble };

function Trouble({ t, camera, canFind, onTryAgain }: TroubleProps) {
  return (
    <div class={camera === "asking" ? "note calm" : "note warn"}>
      <Icon name="cameraOff" />
      <strong>{t(`talk.ready.${camera}.title`)}</strong>
      <p>{t(`talk.ready.${camera}.text`)}</p>
      {canFind && <p>{t("talk.ready.without")}</p>}
      {camera !== "asking" && (
        <button class="btn" type="button" onClick={onTryAgain}>
          <Icon name="again" /> {t("talk.ready.again")}
        </button>
      )}
    </div>
  );
}
