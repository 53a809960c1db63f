import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Translate } from "../../lib/i18n/mod.ts";
import { Icon } from "../Icon.tsx";
import { CALL_KEYS } from "../keys.ts";
import { Logo } from "../Logo.tsx";
import { OptedOut } from "./opted_out.ts";

/** What can be done in a call, besides its text. */
export interface CallActions {
  onMute(): void;
  onCamera(): void;
  onNext(): void;
  onReport(): void;
}

export interface TalkBarProps {
  t: Translate;
  /** While there is a call to act on. */
  call?: CallActions;
  /** How things stand: step, timer, connection. */
  children?: ComponentChildren;
}

export function TalkBar({ t, call, children }: TalkBarProps) {
  const optedOut = useContext(OptedOut);
  return (
    <header class="stage-bar">
      <Logo label={t("talk.home")} />
      {children}
      <button class="btn plain more" type="button" popovertarget="more">
        <Icon name="more" />
        <span class="visually-hidden">{t("talk.menu.label")}</span>
      </button>
      <nav
        class="menu"
        id="more"
        popover="auto"
        aria-label={t("talk.menu.label")}
      >
        {call && <Acts t={t} call={call} />}
        <a href="/rules" target="_blank">{t("talk.menu.rules")}</a>
        <a href="/privacy-choices" target="_blank">{t("talk.menu.choices")}</a>
        <a href="/privacy-choices#sale" target="_blank">
          {t("talk.menu.sale")}
        </a>
        {optedOut && <p class="state ok">{t("talk.menu.optedOut")}</p>}
        <a href="/">{t("talk.menu.stop")}</a>
      </nav>
    </header>
  );
}

/** The controls again, for whoever looks for them in the menu. */
function Acts({ t, call }: { t: Translate; call: CallActions }) {
  const acts = [
    { key: "next", text: t("talk.menu.next"), onPress: call.onNext },
    { key: "mute", text: t("talk.menu.mute"), onPress: call.onMute },
    { key: "camera", text: t("talk.menu.camera"), onPress: call.onCamera },
    { key: "report", text: t("talk.menu.report"), onPress: call.onReport },
  ] as const;
  return acts.map(({ key, text, onPress }) => (
    <button
      key={key}
      type="button"
      aria-keyshortcuts={CALL_KEYS[key].named}
      popovertarget="more"
      popovertargetaction="hide"
      onClick={onPress}
    >
      {text}
      <kbd aria-hidden="true">{CALL_KEYS[key].printed[0]}</kbd>
    </button>
  ));
}
