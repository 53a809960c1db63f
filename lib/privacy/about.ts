import type { DataMap, PersonExport, Register } from "../data_map/mod.ts";
import {
  kindName,
  periodText,
  purposeText,
  type Translate,
} from "../i18n/mod.ts";

type PolicyTable = ReturnType<DataMap["policyTable"]>;

/** What Article 15 GDPR asks to be told along with the data itself. */
export interface About {
  format: "millo-copy-1";
  madeAt: string;
  subjectId: string;
  controller: Register["controller"];
  answers: { article: string; title: string; text: string[] }[];
}

/** The answers to (1)(a) to (h) and (2), from the register of processing. */
export function aboutCopy(
  copy: PersonExport,
  { register, table }: { register: Register; table: PolicyTable },
  t: Translate,
): About {
  return {
    format: "millo-copy-1",
    madeAt: new Date(copy.at).toISOString(),
    subjectId: copy.subjectId,
    controller: register.controller,
    answers: [
      ...fromRegister(copy, register, table, t),
      ...WORDED.map(([article, name]) => ({
        article,
        title: t(`copy.about.${name}`),
        text: [t(`copy.about.${name}Text`)],
      })),
      {
        article: "15(2)",
        title: t("copy.about.transfers"),
        text: [register.transfers],
      },
    ],
  };
}

/** The answers that are the same for everybody. */
const WORDED = [
  ["15(1)(e)", "rights"],
  ["15(1)(f)", "complaint"],
  ["15(1)(g)", "source"],
  ["15(1)(h)", "automated"],
] as const;

/** (a) to (d), for the kinds of data that are kept about this person. */
function fromRegister(
  { collections }: PersonExport,
  { processing }: Register,
  table: PolicyTable,
  t: Translate,
): About["answers"] {
  const names = collections.map(({ name }) => name);
  const purposes = processing.map((one) => ({
    ...one,
    data: one.data.filter(({ name }) => names.includes(name)),
  })).filter(({ data }) => data.length > 0);
  const data = purposes.flatMap((one) => one.data);
  const texts = {
    purposes: purposes.map(({ purpose, bases }) =>
      `${purposeText(t, purpose)} (${
        bases.map((basis) => t(`policy.basis.${basis}`)).join(", ")
      })`
    ),
    categories: data.map(({ name }) => kindName(t, name)),
    recipients: [...new Set(purposes.flatMap((one) => one.recipients))],
    periods: table.filter(({ collection }) => names.includes(collection))
      .map(({ collection, keep }) =>
        `${kindName(t, collection)}: ${periodText(t, keep)}`
      ),
  };
  return (["purposes", "categories", "recipients", "periods"] as const).map(
    (name, n) => ({
      article: `15(1)(${"abcd"[n]})`,
      title: t(`copy.about.${name}`),
      text: texts[name],
    }),
  );
}
