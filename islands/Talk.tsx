import { useEffect, useMemo } from "preact/hooks";
import { OptedOut } from "../components/talk/opted_out.ts";
import { TalkCall } from "../components/talk/TalkCall.tsx";
import { TalkEnded } from "../components/talk/TalkEnded.tsx";
import { TalkFrame } from "../components/talk/TalkFrame.tsx";
import { TalkInterrupted } from "../components/talk/TalkInterrupted.tsx";
import { TalkReady } from "../components/talk/TalkReady.tsx";
import { ReportSheet } from "../components/talk/ReportSheet.tsx";
import { TalkReported } from "../components/talk/TalkReported.tsx";
import type { ReasonId } from "../lib/safety/mod.ts";
import { TalkSearching } from "../components/talk/TalkSearching.tsx";
import {
  type InCall,
  leftInMessage,
  listenToKeys,
  Talk as Live,
} from "../lib/client/mod.ts";
import {
  createTranslator,
  type Messages,
  type Translate,
} from "../lib/i18n/translate.ts";

interface TalkProps {
  locale: string;
  messages: Messages;
  optedOut: boolean;
  /** Whether they come here for the first time. */
  isFirst: boolean;
  /** With which reasons a still may come; see lib/safety. */
  stills: Readonly<Record<ReasonId, "allowed" | "adults" | "never">>;
}

/** The live page: shows what lib/client says, and hands on what is pressed. */
export default function Talk(props: TalkProps) {
  const { locale, messages, optedOut, isFirst, stills } = props;
  const t = useMemo(() => createTranslator(messages, locale), []);
  const talk = useMemo(() => new Live({ path: "/talk/live" }), []);
  useEffect(() => {
    void talk.start();
    const stopKeys = listenToKeys(talk);
    return () => {
      stopKeys();
      talk.close();
    };
  }, []);
  const { model } = talk;
  const reason = model.state === "ended" ? model.reason : undefined;
  return (
    <OptedOut.Provider value={optedOut}>
      <TalkFrame t={t} state={model.state} reason={reason}>
        {shown(t, talk, isFirst)}
        {talk.reporting.state.step === "asked" && (
          <Sheet
            t={t}
            talk={talk}
            stills={stills}
            inCall={talk.reporting.state.inCall}
          />
        )}
      </TalkFrame>
    </OptedOut.Provider>
  );
}

function shown(t: Translate, talk: Live, isFirst: boolean) {
  const { model, reporting } = talk;
  const report = reporting.state;
  if (report.step !== "none" && report.step !== "asked") {
    return (
      <TalkReported
        t={t}
        report={report}
        onTakeBack={() => void reporting.takeBack()}
        onNote={(words) => void reporting.note(words)}
        onFind={() => {
          reporting.close();
          talk.dispatch({ type: "find" });
        }}
      />
    );
  }
  const on = (type: "find" | "next" | "stop") => () => talk.dispatch({ type });
  switch (model.state) {
    case "ready":
      return <Ready t={t} talk={talk} isFirst={isFirst} onFind={on("find")} />;
    case "searching":
      return (
        <TalkSearching
          t={t}
          waited={talk.seconds.value}
          onStop={on("stop")}
        />
      );
    case "matched":
    case "live":
      return <Call t={t} talk={talk} model={model} onNext={on("next")} />;
    case "ended":
      return (
        <TalkEnded
          t={t}
          reason={model.reason}
          talked={model.talked}
          onNext={on("next")}
          blocking={talk.blocking.state}
          onReport={talk.report}
          onBlock={talk.block}
        />
      );
    case "interrupted":
      return <TalkInterrupted t={t} onStop={on("stop")} />;
  }
}

interface PartProps {
  t: Translate;
  talk: Live;
}

function Ready(
  { t, talk, isFirst, onFind }: PartProps & {
    isFirst: boolean;
    onFind(): void;
  },
) {
  return (
    <TalkReady
      t={t}
      camera={talk.own.camera.value}
      isFirst={isFirst}
      previewRef={play(talk)}
      canFind={talk.own.camera.value !== "asking"}
      onTryAgain={() => void talk.own.ask()}
      onFind={onFind}
    />
  );
}

function Call(
  { t, talk, model, onNext }: PartProps & { model: InCall; onNext(): void },
) {
  const self = useMemo(() => play(talk), []);
  return (
    <TalkCall
      t={t}
      state={model.state}
      elapsed={talk.seconds.value}
      connection={model.connection}
      muted={talk.own.muted.value}
      cameraOff={talk.own.hidden.value}
      chat={{
        messages: model.chat.shown,
        left: leftInMessage,
        onSend: talk.say,
      }}
      remoteRef={talk.showRemote}
      selfRef={self}
      onMute={() => talk.own.toggle("audio")}
      onCamera={() => talk.own.toggle("video")}
      onNext={onNext}
      onReport={talk.report}
    />
  );
}

/** The still is taken before the tap leaves the call. */
function Sheet(
  { t, talk, inCall, stills }: PartProps & {
    inCall: boolean;
    stills: TalkProps["stills"];
  },
) {
  const { reporting } = talk;
  return (
    <ReportSheet
      t={t}
      hasPicture={inCall}
      onClose={() => reporting.close()}
      onSend={async (reason, { still, ...chosen }) => {
        const may = stills[reason] === "allowed" ||
          stills[reason] === "adults" && chosen.adult;
        const picture = still && may ? await talk.still() : null;
        await reporting.send(reason, { ...chosen, still: picture });
      }}
    />
  );
}

/** Shows the own stream in an element, muted by its markup. */
function play(talk: Live) {
  return (element: HTMLVideoElement | null) => {
    const stream = talk.own.stream.value;
    if (element && element.srcObject !== stream) element.srcObject = stream;
  };
}
