import { useEffect, useMemo } from "preact/hooks";
import { OptedOut } from "../components/talk/opted_out.ts";
import { TalkCall } from "../components/talk/TalkCall.tsx";
import { TalkEnded } from "../components/talk/TalkEnded.tsx";
import { TalkFrame } from "../components/talk/TalkFrame.tsx";
import { TalkInterrupted } from "../components/talk/TalkInterrupted.tsx";
import { TalkReady } from "../components/talk/TalkReady.tsx";
import { TalkSearching } from "../components/talk/TalkSearching.tsx";
import { leftInLine, listenToKeys, Talk as Live } from "../lib/client/mod.ts";
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
}

/** The live page: shows what lib/client says, and hands on what is pressed. */
export default function Talk(props: TalkProps) {
  const { locale, messages, optedOut, isFirst } = props;
  const t = useMemo(() => createTranslator(messages, locale), []);
  const talk = useMemo(() => new Live("/talk/live"), []);
  useEffect(() => {
    void talk.start();
    const stopKeys = listenToKeys(talk);
    return () => {
      stopKeys();
      talk.close();
    };
  }, []);
  const state = talk.state.value;
  return (
    <OptedOut.Provider value={optedOut}>
      <TalkFrame t={t} state={state} reason={talk.reason.value}>
        {shown(t, talk, isFirst)}
      </TalkFrame>
    </OptedOut.Provider>
  );
}

function shown(t: Translate, talk: Live, isFirst: boolean) {
  const state = talk.state.value;
  switch (state) {
    case "ready":
      return <Ready t={t} talk={talk} isFirst={isFirst} />;
    case "searching":
      return (
        <TalkSearching
          t={t}
          waited={talk.watch.seconds.value}
          onStop={talk.stop}
        />
      );
    case "matched":
    case "live":
      return <Call t={t} talk={talk} state={state} />;
    case "ended":
      return (
        <TalkEnded
          t={t}
          reason={talk.reason.value}
          talked={talk.talked.value}
          onNext={talk.next}
        />
      );
    case "interrupted":
      return <TalkInterrupted t={t} onStop={talk.stop} />;
  }
}

interface PartProps {
  t: Translate;
  talk: Live;
}

function Ready({ t, talk, isFirst }: PartProps & { isFirst: boolean }) {
  return (
    <TalkReady
      t={t}
      camera={talk.own.camera.value}
      isFirst={isFirst}
      previewRef={play(talk)}
      canFind={talk.own.camera.value !== "asking"}
      onTryAgain={() => void talk.own.ask()}
      onFind={talk.find}
    />
  );
}

function Call({ t, talk, state }: PartProps & { state: "matched" | "live" }) {
  const self = useMemo(() => play(talk), []);
  return (
    <TalkCall
      t={t}
      state={state}
      elapsed={talk.watch.seconds.value}
      connection={talk.connection.value}
      muted={talk.own.muted.value}
      cameraOff={talk.own.hidden.value}
      chat={{
        lines: talk.lines.shown.value,
        left: leftInLine,
        onSend: talk.say,
      }}
      remoteRef={talk.showRemote}
      selfRef={self}
      onMute={() => talk.own.toggle("audio")}
      onCamera={() => talk.own.toggle("video")}
      onNext={talk.next}
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
