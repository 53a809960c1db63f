import type { Translate } from "../../lib/i18n/mod.ts";
import { Page } from "../layout/Page.tsx";
import { Hero } from "./home/Hero.tsx";
import { Keys } from "./home/Keys.tsx";
import { WhatOthersSee } from "./home/WhatOthersSee.tsx";
import { Steps } from "./home/Steps.tsx";

export interface HomePageProps {
  t: Translate;
}

export function HomePage({ t }: HomePageProps) {
  return (
    <Page t={t} title={t("home.title")}>
      <Hero t={t} />
      <Steps t={t} />
      <WhatOthersSee t={t} />
      <Keys t={t} />
    </Page>
  );
}
