import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";
import { HeroFigure } from "./HeroFigure.tsx";

export function Hero({ t }: { t: Translate }) {
  return (
    <section class="hero wide">
      <div>
        <h1>
          <span>{t("home.headline.1")}</span>{" "}
          <span>{t("home.headline.2")}</span>{" "}
          <span>{t("home.headline.3")}</span>
        </h1>
        <p class="lead">{t("home.lead")}</p>
        <a class="btn go accent" href="/age">
          {t("home.start")} <Icon name="arrow" />
        </a>
        <p class="small quiet">{t("home.note")}</p>
      </div>
      <figure>
        <HeroFigure label={t("home.figure")} />
      </figure>
    </section>
  );
}
