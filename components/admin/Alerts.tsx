import type { Translate } from "../../lib/i18n/mod.ts";
import type { AlertBanners, ShownAlert } from "../../lib/http/mod.ts";
import { Icon } from "../Icon.tsx";
import { UNTRANSLATED } from "../untranslated.ts";

export interface AlertsProps extends AlertBanners {
  t: Translate;
}

/** Above every page of the back office: what must be seen to this minute. */
export function Alerts({ t, alerts, nobodyOnCall }: AlertsProps) {
  return (
    <div class="alerts" data-live="alerts">
      {alerts.map((alert) => <Alert key={alert.id} t={t} alert={alert} />)}
      {nobodyOnCall && alerts.length === 0 && <NobodyOnCall t={t} />}
    </div>
  );
}

function Alert({ t, alert }: { t: Translate; alert: ShownAlert }) {
  const { id, cause, path, at } = alert;
  return (
    <div class="banner bad" role="alert">
      <Icon name="alert" />
      <p>
        <strong>
          {t(
            cause === "reported" ? "admin.alert.danger" : "admin.alert.passed",
          )}
        </strong>{" "}
        <code {...UNTRANSLATED}>{alert.case}</code>
        {", "}
        <Clock at={at} /> {toldText(t, alert)}
      </p>
      <div class="actions">
        {path && (
          <a class="btn danger full" href={path}>{t("admin.alert.open")}</a>
        )}
        <form method="post" action={`/admin/alerts/${id}/answer`}>
          <button class="btn" type="submit">
            {t("admin.alert.answer")}
            <span class="visually-hidden">: {alert.case}</span>
          </button>
        </form>
      </div>
    </div>
  );
}

/** Whom it reached, and why them. */
function toldText(t: Translate, alert: ShownAlert): string {
  const { rounds, everybody, names } = alert;
  if (rounds === 0) return t("admin.alert.untold");
  if (everybody && rounds === 1) return t("admin.alert.nobody");
  return everybody
    ? t("admin.alert.everybody")
    : t("admin.alert.told", { names: names.join(", ") });
}

/** To the second: within ten of them somebody is told. */
function Clock({ at }: { at: number }) {
  const iso = new Date(at).toISOString();
  return (
    <>
      <time class="num" datetime={iso}>{iso.slice(11, 19)}</time> UTC.
    </>
  );
}

function NobodyOnCall({ t }: { t: Translate }) {
  return (
    <section class="banner warn" aria-label={t("admin.alert.gap")}>
      <Icon name="alert" />
      <p>
        <strong>{t("admin.alert.gap")}</strong> {t("admin.alert.gapText")}
      </p>
      <div class="actions">
        <a class="btn" href="/admin/me#on-call">{t("admin.alert.goOnCall")}</a>
      </div>
    </section>
  );
}
