import type { Translate } from "../../../lib/i18n/mod.ts";
import { MAIL_ADDRESS } from "../../form/mail_address.ts";
import { TextField } from "../../form/TextField.tsx";
import { Icon } from "../../Icon.tsx";
import { Moment } from "../Moment.tsx";

export interface OnCallView {
  /** Null while one is not on call. */
  until: number | null;
  address: string | null;
  /** The address that waits for its code. */
  pending: string | null;
}

interface OnCallProps {
  t: Translate;
  locale: string;
  onCall: OnCallView;
  typed: { address?: string };
  errors: Record<string, string>;
}

const HOURS = [1, 2, 4, 8, 12, 24];

/** Whether one is on call, and where alerts reach one by mail. */
export function OnCall(props: OnCallProps) {
  const { t, locale, onCall: { until } } = props;
  return (
    <section class="stack gap-3 measure" id="on-call">
      <h2>{t("admin.onCall.title")}</h2>
      <p>
        {until === null ? t("admin.onCall.off") : (
          <span class="state warn">
            <Icon name="alert" /> {t("admin.onCall.until")}{" "}
            <Moment at={until} locale={locale} /> UTC
          </span>
        )}
      </p>
      <p class="quiet">{t("admin.onCall.text")}</p>
      <Shift {...props} />
      <Address {...props} />
    </section>
  );
}

function Shift({ t, onCall: { until } }: OnCallProps) {
  return (
    <>
      {until !== null && (
        <form method="post" action="/admin/me/on-call/end">
          <button class="btn" type="submit">{t("admin.onCall.end")}</button>
        </form>
      )}
      <form method="post" action="/admin/me/on-call" class="stack gap-3">
        <div class="field">
          <label for="hours">{t("admin.onCall.hours")}</label>
          <select class="input" id="hours" name="hours">
            {HOURS.map((hours) => (
              <option key={hours} value={hours} selected={hours === 8}>
                {t("admin.onCall.hourCount", { hours })}
              </option>
            ))}
          </select>
        </div>
        <p>
          <button class="btn" type="submit">
            {t(until === null ? "admin.onCall.begin" : "admin.onCall.extend")}
          </button>
        </p>
      </form>
    </>
  );
}

function Address({ t, onCall, typed, errors }: OnCallProps) {
  const { address, pending } = onCall;
  return (
    <>
      <p class="breaks">
        {address === null
          ? <span class="state warn">{t("admin.onCall.noAddress")}</span>
          : t("admin.onCall.address", { address })}
      </p>
      {pending && (
        <form
          method="post"
          action="/admin/me/alert-address/code"
          class="stack gap-3"
        >
          <TextField
            id="code"
            label={t("account.contact.code")}
            hint={t("account.contact.codeHint", { address: pending })}
            inputMode="numeric"
            autocomplete="one-time-code"
            required
            error={errors.code}
          />
          <p>
            <button class="btn go" type="submit">
              {t("account.contact.confirm")}
            </button>
          </p>
        </form>
      )}
      <form method="post" action="/admin/me/alert-address" class="stack gap-3">
        <TextField
          id="address"
          {...MAIL_ADDRESS}
          label={t("admin.onCall.field")}
          required
          value={typed.address ?? ""}
          error={errors.address}
        />
        <p>
          <button class="btn" type="submit">{t("account.contact.ask")}</button>
        </p>
      </form>
      {(address ?? pending) !== null && (
        <form method="post" action="/admin/me/alert-address/removal">
          <button class="btn" type="submit">
            {t("account.contact.remove")}
          </button>
        </form>
      )}
    </>
  );
}
