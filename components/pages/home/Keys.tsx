import type { Translate } from "../../../lib/i18n/mod.ts";
import { callKeys, KeyList } from "../../KeyList.tsx";

/** On the dark ground of the call, which is where the keys work. */
export function Keys({ t }: { t: Translate }) {
  return (
    <section class="band stage only-keys">
      <div class="wide split">
        <h2>{t("home.keys.title")}</h2>
        <div>
          <KeyList keys={callKeys(t)} />
          <p class="small quiet">{t("home.keys.text")}</p>
        </div>
      </div>
    </section>
  );
}
