import type { Translate } from "../../lib/i18n/mod.ts";
import type {
  Placeholder,
  SavedReplies,
  SavedReply,
} from "../../lib/safety/mod.ts";
import { ErrorSummary } from "../form/ErrorSummary.tsx";
import { TextArea } from "../form/TextArea.tsx";
import { TextField } from "../form/TextField.tsx";
import { Icon } from "../Icon.tsx";
import { UNTRANSLATED } from "../untranslated.ts";
import { AdminPage } from "./AdminPage.tsx";

export interface RepliesPageProps {
  t: Translate;
  replies: SavedReplies;
  placeholders: readonly Placeholder[];
  /** What was typed, when a form comes back. */
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** Words that are written again and again: everybody's, and one's own. */
export function RepliesPage(props: RepliesPageProps) {
  const { t, replies, placeholders, errors } = props;
  return (
    <AdminPage t={t} title={t("admin.replies")}>
      <div class="pane stack gap-5">
        <ErrorSummary t={t} errors={errors} />
        <p class="quiet">
          {t("admin.replies.text")}{" "}
          <span {...UNTRANSLATED}>
            {placeholders.map((name) => `{${name}}`).join(", ")}
          </span>
        </p>
        <List
          {...props}
          heading={t("admin.replies.house")}
          of={replies.house}
        />
        <List {...props} heading={t("admin.replies.own")} of={replies.own} />
        <section class="stack gap-3 measure">
          <h2>{t("admin.replies.new")}</h2>
          <ReplyForm {...props} reply={null} />
        </section>
      </div>
    </AdminPage>
  );
}

function List(
  { heading, of, ...props }: RepliesPageProps & {
    heading: string;
    of: readonly SavedReply[];
  },
) {
  const { t } = props;
  return (
    <section class="stack gap-2 measure">
      <h2>{heading}</h2>
      {of.length === 0 && <p class="quiet">{t("admin.replies.none")}</p>}
      {of.map((reply) => (
        <details key={reply.id} open={props.values.id === reply.id}>
          <summary>
            <Icon name="chevron" /> <span {...UNTRANSLATED}>{reply.title}</span>
          </summary>
          <div class="stack gap-3">
            <ReplyForm {...props} reply={reply} />
            <form method="post" action={`/admin/replies/${reply.id}/removal`}>
              <button class="btn danger" type="submit">
                {t("admin.replies.remove")}
              </button>
            </form>
          </div>
        </details>
      ))}
    </section>
  );
}

/** One reply, or a new one. What comes back with faults is shown in its place. */
function ReplyForm(
  { t, replies, values, errors, reply }: RepliesPageProps & {
    reply: SavedReply | null;
  },
) {
  const cameBack = Object.keys(errors).length > 0 &&
    (values.id || null) === (reply?.id ?? null);
  const shown = cameBack ? values : {
    title: reply?.title ?? "",
    text: reply?.text ?? "",
    shared: reply && replies.house.includes(reply) ? "1" : "",
  };
  const place = reply ? `-${reply.id}` : "";
  return (
    <form method="post" action="/admin/replies" class="stack gap-3">
      {reply && <input type="hidden" name="id" value={reply.id} />}
      <TextField
        id={cameBack ? "title" : `title${place || "-new"}`}
        name="title"
        label={t("admin.replies.title")}
        required
        autocomplete="off"
        value={shown.title}
        error={cameBack ? errors.title : undefined}
      />
      <TextArea
        id={cameBack ? "text" : `text${place || "-new"}`}
        name="text"
        label={t("admin.replies.words")}
        rows={4}
        required
        text={shown.text}
        error={cameBack ? errors.text : undefined}
      />
      <label class="check">
        <input
          type="checkbox"
          name="shared"
          value="1"
          checked={shown.shared === "1"}
        />
        <span>{t("admin.replies.shared")}</span>
      </label>
      <p>
        <button class="btn go" type="submit">{t("admin.replies.save")}</button>
      </p>
    </form>
  );
}
