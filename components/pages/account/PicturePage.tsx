import type { Translate } from "../../../lib/i18n/mod.ts";
import { ErrorSummary } from "../../form/ErrorSummary.tsx";
import { TextField } from "../../form/TextField.tsx";
import { AccountFrame } from "./AccountFrame.tsx";

export interface PicturePageProps {
  t: Translate;
  /** Address of the picture; null without one. */
  shown: string | null;
  errors?: Record<string, string>;
}

export function PicturePage({ t, shown, errors = {} }: PicturePageProps) {
  return (
    <AccountFrame
      t={t}
      title={t("account.picture.title")}
      lead={t("account.picture.lead")}
    >
      {shown && (
        <img
          src={shown}
          width="256"
          height="256"
          alt={t("account.picture.alt")}
        />
      )}
      <form
        method="post"
        action="/account/picture"
        enctype="multipart/form-data"
        class="stack gap-5"
      >
        <ErrorSummary t={t} errors={errors} />
        <TextField
          id="picture"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          label={t("account.picture.field")}
          hint={t("account.picture.hint")}
          error={errors.picture}
        />
        <div class="actions">
          <button class="btn go" type="submit">
            {t("account.picture.act")}
          </button>
          {shown && (
            <button
              class="btn"
              type="submit"
              formaction="/account/picture/removal"
            >
              {t("account.picture.remove")}
            </button>
          )}
        </div>
      </form>
    </AccountFrame>
  );
}
