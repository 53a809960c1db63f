import type { CallView, RecentCallView } from "../../../lib/app/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { Icon } from "../../Icon.tsx";
import { Minute } from "./Day.tsx";

export interface CallItemProps {
  t: Translate;
  locale: string;
  call: CallView;
}

/** When a call was, how long and how it ended; and what can be done about it. */
export function CallItem(props: CallItemProps) {
  const { t, locale, call } = props;
  const { at, seconds, ending, recent } = call;
  return (
    <li>
      <div>
        <p>
          <strong>
            <Minute at={at} locale={locale} />
          </strong>
        </p>
        <p class="quiet small">
          {lengthOf(t, seconds)}, {t(`account.history.ending.${ending}`)}
        </p>
        {recent?.textUntil && (
          <p class="state warn">
            <Icon name="clock" /> {t("account.history.text")}{" "}
            <Minute at={recent.textUntil} locale={locale} />
          </p>
        )}
      </div>
      {recent && (
        <div class="actions">
          <Report {...props} recent={recent} />
          <Block {...props} recent={recent} />
        </div>
      )}
    </li>
  );
}

function lengthOf(t: Translate, seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    const rest = { minutes, seconds: seconds % 60 };
    return t("account.history.lengthText", rest);
  }
  const long = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  return t("account.history.lengthLong", long);
}

type PartProps = CallItemProps & { recent: RecentCallView };

function Report({ t, locale, call, recent }: PartProps) {
  const { report, textUntil } = recent;
  if (report && report.state !== "withdrawn") {
    return (
      <>
        <p class="state">
          <Icon name="flag" /> {t(`account.history.report.${report.state}`)}
        </p>
        <a class="btn plain" href={`/account/reports/${report.id}`}>
          {t(
            report.state === "decided"
              ? "account.history.readAnswer"
              : "account.history.addToReport",
          )}
          <Hidden at={call.at} locale={locale} />
        </a>
      </>
    );
  }
  return (
    <a
      class={textUntil ? "btn danger" : "btn plain"}
      href={`/talk/calls/${recent.call}/report`}
    >
      {textUntil && <Icon name="flag" />} {t("account.history.reportAct")}
      <Hidden at={call.at} locale={locale} />
    </a>
  );
}

function Block({ t, locale, call, recent }: PartProps) {
  const { block, textUntil } = recent;
  if (block === "erased") {
    return <p class="quiet small">{t("account.blocks.erased")}</p>;
  }
  if (block !== "none") {
    return (
      <p class="state">
        <Icon name="block" /> {t("account.blocks.blocked")}
      </p>
    );
  }
  return (
    <form method="post" action={`/account/history/${recent.call}/block`}>
      <button class={textUntil ? "btn" : "btn plain"} type="submit">
        {textUntil && <Icon name="block" />} {t("account.blocks.act")}
        <Hidden at={call.at} locale={locale} />
      </button>
    </form>
  );
}

/** Which call a button is about, for those who hear it alone. */
function Hidden({ at, locale }: { at: number; locale: string }) {
  return (
    <span class="visually-hidden">
      , <Minute at={at} locale={locale} />
    </span>
  );
}
