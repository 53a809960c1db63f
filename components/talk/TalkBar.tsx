import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Translate } from "../../lib/i18n/mod.ts";
import { Icon } from "../Icon.tsx";
import { KeyList } from "../KeyList.tsx";
import { Logo } from "../Logo.tsx";
import { OptedOut } from "./opted_out.ts";

export interface TalkBarProps {
  t: Translate;
  /** How things stand: step, timer, connection. */
  children?: ComponentChildren;
}

export function TalkBar({ t, children }: TalkBarProps) {
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
        <KeyList
          keys={{
            next: t("talk.menu.next"),
            mute: t("talk.menu.mute"),
            camera: t("talk.menu.camera"),
          }}
        />
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
