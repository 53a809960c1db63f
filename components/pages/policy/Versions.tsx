import type { VersionLink } from "../../../lib/privacy/mod.ts";
import type { Translate } from "../../../lib/i18n/mod.ts";

export interface VersionsProps {
  t: Translate;
  slug: string;
  /** The version on this page. */
  version: number;
  versions: readonly VersionLink[];
  since?: number;
}

/** The way to every other version, and to what differs from it. */
export function Versions(props: VersionsProps) {
  const { t, slug, version, since } = props;
  const others = props.versions.filter((one) => one.version !== version);
  if (others.length === 0) return null;
  return (
    <>
      <form
        class="actions versions"
        method="get"
        action={`/policies/${slug}/${version}`}
      >
        <label class="label" for="since">{t("policy.since.label")}</label>
        <select class="input" id="since" name="since">
          <option value="">{t("policy.since.none")}</option>
          {others.map((one) => (
            <option
              key={one.version}
              value={one.version}
              selected={one.version === since}
            >
              {t("policy.since.version", {
                version: one.version,
                date: one.since,
              })}
            </option>
          ))}
        </select>
        <button class="btn" type="submit">{t("policy.since.show")}</button>
      </form>
      <ul class="actions" role="list">
        {others.map((one) => (
          <li key={one.version}>
            <a href={`/policies/${slug}/${one.version}`}>
              {t("policy.since.read", { version: one.version })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
