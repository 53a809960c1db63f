import type { ComponentChildren } from "preact";
import type { Translate } from "../../../lib/i18n/mod.ts";
import type {
  Preferences,
  Role,
  StaffPasskey,
  StaffSessionView,
} from "../../../lib/staff/mod.ts";
import { Check } from "../../form/Check.tsx";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { AdminPage } from "../AdminPage.tsx";
import { Moment } from "../Moment.tsx";
import { roleNames } from "../roles.ts";
import { OnCall, type OnCallView } from "./OnCall.tsx";
import { UNTRANSLATED } from "../../untranslated.ts";

export interface MePageProps {
  t: Translate;
  locale: string;
  name: string;
  roles: readonly Role[];
  passkeys: readonly StaffPasskey[];
  codes: { left: number; of: number };
  preferences: Preferences;
  sessions: readonly StaffSessionView[];
  /** Whether a passkey was shown within five minutes. */
  proven: boolean;
  /** Null for whoever is never on call. */
  onCall: OnCallView | null;
  /** What was typed in a form that comes back. */
  typed: { address?: string };
  errors: Record<string, string>;
}

/** One's own ways in. */
export function MePage(props: MePageProps) {
  const { t, name, roles, errors } = props;
  return (
    <AdminPage
      t={t}
      title={name}
      isName
      head={<span class="quiet">{roleNames(t, roles)}</span>}
    >
      <div class="pane stack gap-5">
        <ErrorSummary t={t} errors={errors} />
        <Passkeys {...props} />
        <Codes {...props} />
        {props.onCall && <OnCall {...props} onCall={props.onCall} />}
        <Settings {...props} />
        <Sessions {...props} />
      </div>
    </AdminPage>
  );
}

/** What needs a passkey leads to showing one first. */
function Act(
  { t, proven, action, children }: {
    t: Translate;
    proven: boolean;
    action: string;
    children: ComponentChildren;
  },
) {
  if (!proven) {
    return (
      <p>
        <a class="btn" href="/admin/proof?to=/admin/me">
          {t("admin.proof.show")}
        </a>
      </p>
    );
  }
  return (
    <form method="post" action={action}>
      <button class="btn" type="submit">{children}</button>
    </form>
  );
}

function Passkeys({ t, locale, passkeys, proven }: MePageProps) {
  const several = passkeys.length > 1;
  return (
    <section class="stack gap-3" id="passkeys">
      <h2>{t("admin.me.passkeys")}</h2>
      {!several && <p class="note warn">{t("admin.me.second")}</p>}
      <ul class="ledger" role="list">
        {passkeys.map(({ id, createdAt, usedAt }, n) => (
          <li key={n}>
            <p>
              {t("admin.me.passkeyMade")}{" "}
              <Moment at={createdAt} {...{ locale }} />
              <br />
              <span class="quiet">
                {t("admin.me.passkeyUsed")}{" "}
                <Moment at={usedAt} {...{ locale }} />
              </span>
            </p>
            {several && proven && (
              <form
                method="post"
                action={`/admin/me/passkeys/${encodeURIComponent(id)}/removal`}
              >
                <button class="btn" type="submit">
                  {t("admin.me.passkeyRemove")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <Act t={t} proven={proven} action="/admin/me">
        {t("admin.me.passkeyAdd")}
      </Act>
    </section>
  );
}

function Codes({ t, codes, proven }: MePageProps) {
  return (
    <section class="stack gap-3">
      <h2>{t("admin.codes.title")}</h2>
      <p>
        {codes.of === 0
          ? t("admin.codes.none")
          : t("admin.codes.left", { left: codes.left, of: codes.of })}
      </p>
      <Act t={t} proven={proven} action="/admin/me/codes">
        {t("admin.codes.make")}
      </Act>
    </section>
  );
}

/** Its boxes are those of preferencesForm. */
function Settings({ t, preferences }: MePageProps) {
  return (
    <form
      method="post"
      action="/admin/me/preferences"
      class="stack gap-3"
      id="preferences"
    >
      <h2>{t("admin.me.preferences")}</h2>
      <Check
        name="singleKeys"
        value="on"
        checked={preferences.singleKeys}
        label={t("admin.me.singleKeys")}
        hint={t("admin.me.singleKeysHint")}
      />
      <StillSettings t={t} preferences={preferences} />
      <p>
        <button class="btn" type="submit">{t("admin.me.save")}</button>
      </p>
    </form>
  );
}

/** How stills look while they are open; shut, nothing of them is there. */
function StillSettings(
  { t, preferences }: Pick<MePageProps, "t" | "preferences">,
) {
  return (
    <>
      <Check
        name="stillGrey"
        value="on"
        checked={preferences.stillGrey}
        label={t("admin.me.stillGrey")}
        hint={t("admin.me.stillGreyHint")}
      />
      <fieldset>
        <legend class="label">{t("admin.me.stillBlur")}</legend>
        {(["slow", "quick", "none"] as const).map((blur) => (
          <label key={blur} class="check">
            <input
              type="radio"
              name="stillBlur"
              value={blur}
              checked={preferences.stillBlur === blur}
            />
            <span>{t(`admin.me.stillBlur.${blur}`)}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

function Sessions({ t, locale, sessions }: MePageProps) {
  return (
    <section class="stack gap-3">
      <h2>{t("admin.me.sessions")}</h2>
      <ul class="ledger" role="list">
        {sessions.map(({ id, current, browser, startedAt, seenAt }, n) => (
          <li key={n}>
            <p>
              <span {...UNTRANSLATED}>{browser}</span>
              {current && <strong>{` · ${t("admin.me.thisOne")}`}</strong>}
              <br />
              <span class="quiet">
                {t("admin.me.since")} <Moment at={startedAt} {...{ locale }} />
                {", "}
                {t("admin.me.seen")} <Moment at={seenAt} {...{ locale }} />
              </span>
            </p>
            {!current && (
              <form method="post" action={`/admin/me/sessions/${id}/end`}>
                <button class="btn" type="submit">
                  {t("admin.me.sessionEnd")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
