import type { AuditEntry } from "../../../lib/audit/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";
import { UNTRANSLATED } from "../../untranslated.ts";

/** Whoever did it: a colleague by name, everybody else by what they are. */
export function Who({ t, entry, names }: {
  t: Translate;
  entry: Pick<AuditEntry, "actorKind" | "actor">;
  /** Names of colleagues, by id. */
  names: ReadonlyMap<string, string>;
}) {
  const { actorKind, actor } = entry;
  return actorKind === "staff"
    ? <span {...UNTRANSLATED}>{names.get(actor) ?? actor}</span>
    : <>{t(`admin.audit.actor.${actorKind}`)}</>;
}
