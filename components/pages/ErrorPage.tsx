import type { Translate } from "../../lib/i18n/mod.ts";
import { CONTACT } from "../contact.ts";
import { Icon } from "../Icon.tsx";
import { Page } from "../layout/Page.tsx";
import { Ring } from "../Ring.tsx";

const KNOWN = [403, 404, 405, 413, 429, 500, 503] as const;

type Known = (typeof KNOWN)[number];

export interface ErrorPageProps {
  t: Translate;
  status: number;
  /** Seconds until another try may succeed. */
  retryAfter?: number;
  /** What the help desk needs to find this failure. */
  reference?: string;
}

export function ErrorPage(
  { t, status, retryAfter, reference }: ErrorPageProps,
) {
  const known = nearest(status);
  const title = t(`error.${known}.title`);
  return (
    <Page t={t} title={title}>
      <div class="page narrow stack gap-5">
        <Ring state="lost" />
        <h1>{title}</h1>
        <p class="lead">
          {known === 429 && retryAfter
            ? t("error.429.wait", { seconds: retryAfter })
            : t(`error.${known}.text`)}
        </p>
        <div class="acts">
          <a class="btn go" href={known === 403 ? "/age" : "/"}>
            {t(`error.${known}.action`)} <Icon name="arrow" />
          </a>
          <a class="btn" href={`mailto:${CONTACT}`}>{t("error.mail")}</a>
        </div>
        <p class="small quiet">
          {t("error.code", { status })} {reference && (
            <>
              {t("error.reference")} <code>{reference}</code>
            </>
          )}
        </p>
      </div>
    </Page>
  );
}

/** Every other status reads like its closest relative. */
function nearest(status: number): Known {
  const same = KNOWN.find((known) => known === status);
  return same ?? (status < 500 ? 404 : 500);
}
