import type { BlockView } from "../../../lib/app/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { FieldError } from "../../form/FieldError.tsx";
import { Minute } from "./Day.tsx";

export interface BlockItemProps {
  t: Translate;
  locale: string;
  block: BlockView;
  /** What was typed and not taken, and why. */
  typed?: string;
  error?: string;
}

/** Somebody whom one never meets, by the day and by a nickname of one's own. */
export function BlockItem(
  { t, locale, block, typed, error }: BlockItemProps,
) {
  const { id, at, byReport, nickname } = block;
  const field = `nickname-${id}`;
  return (
    <li>
      <div class="who">
        <div>
          <h3>
            <Minute at={at} locale={locale} />
          </h3>
          {byReport && <p class="quiet small">{t("account.blocks.byReport")}
          </p>}
        </div>
        {byReport
          ? <span class="small quiet">{t("account.blocks.forGood")}</span>
          : (
            <form method="post" action={`/account/blocks/${id}/removal`}>
              <button class="btn plain" type="submit">
                {t("account.blocks.lift")}
                <span class="visually-hidden">
                  , <Minute at={at} locale={locale} />
                </span>
              </button>
            </form>
          )}
      </div>
      <form method="post" action={`/account/blocks/${id}/nickname`}>
        <label class="visually-hidden" for={field}>
          {t("account.blocks.nickname")}, <Minute at={at} locale={locale} />
        </label>
        <div class="add">
          <input
            class="input"
            id={field}
            name="nickname"
            autocomplete="off"
            placeholder={t("account.blocks.noNickname")}
            value={typed ?? nickname ?? ""}
            aria-invalid={error ? "true" : undefined}
            aria-describedby={error ? `${field}-error` : undefined}
          />
          <button class="btn" type="submit">{t("account.blocks.save")}</button>
        </div>
        {error && <FieldError id={`${field}-error`} text={error} />}
      </form>
    </li>
  );
}
