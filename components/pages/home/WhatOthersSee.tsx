import type { MessageKey, Translate } from "../../../lib/i18n/mod.ts";
import { Icon, type IconName } from "../../Icon.tsx";

type Plain = Extract<MessageKey, `home.others.${string}`>;

const SHOW: readonly Plain[] = [
  "home.others.show.picture",
  "home.others.show.voice",
  "home.others.show.text",
];

const NEVER: readonly Plain[] = [
  "home.others.never.account",
  "home.others.never.place",
  "home.others.never.again",
];

export function WhatOthersSee({ t }: { t: Translate }) {
  return (
    <section class="band">
      <div class="wide split">
        <h2>{t("home.others.title")}</h2>
        <div class="pairs">
          <div>
            <h3>{t("home.others.show.title")}</h3>
            <Lines t={t} tone="yes" icon="check" keys={SHOW} />
          </div>
          <div>
            <h3>{t("home.others.never.title")}</h3>
            <Lines t={t} tone="no" icon="cross" keys={NEVER} />
          </div>
        </div>
      </div>
    </section>
  );
}

interface LinesProps {
  t: Translate;
  tone: "yes" | "no";
  icon: IconName;
  keys: readonly Plain[];
}

function Lines({ t, tone, icon, keys }: LinesProps) {
  return (
    <ul role="list" class={tone}>
      {keys.map((key) => (
        <li key={key}>
          <Icon name={icon} /> {t(key)}
        </li>
      ))}
    </ul>
  );
}
