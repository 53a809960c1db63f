import type { MessageKey, Translate } from "../../lib/i18n/mod.ts";
import { CONTACT } from "../contact.ts";
import { Page } from "../layout/Page.tsx";
import { MailLink } from "../Prose.tsx";

type SafetyKey = Extract<MessageKey, `safety.${string}`>;
type Part = SafetyKey extends infer Key
  ? Key extends `safety.${infer Name}.title` ? Name : never
  : never;

/** What is done about each part, in the order in which it is needed. */
const PARTS: readonly (readonly [Part, readonly SafetyKey[]])[] = [
  ["before", ["safety.before.alone", "safety.before.light"]],
  ["during", [
    "safety.during.leave",
    "safety.during.money",
    "safety.during.other",
    "safety.during.record",
  ]],
  ["young", ["safety.young.text"]],
  ["pressure", ["safety.pressure.text"]],
  ["after", ["safety.after.report", "safety.after.rest"]],
  ["us", ["safety.us.address", "safety.us.name"]],
];

export function SafetyPage({ t }: { t: Translate }) {
  return (
    <Page t={t} title={t("safety.title")}>
      <div class="page wide stack gap-6">
        <header class="stack gap-3">
          <h1>{t("safety.title")}</h1>
          <p class="lead">{t("safety.lead")}</p>
          <p>
            <a href="/rules">{t("safety.rules")}</a>
          </p>
          <p>
            <a href="/reference">{t("reference.door")}</a>
          </p>
        </header>
        <Danger t={t} />
        <div class="prose">
          {PARTS.map(([part, keys]) => (
            <section key={part} class="prose">
              <h2 id={part}>{t(`safety.${part}.title`)}</h2>
              <Lines t={t} keys={keys} />
            </section>
          ))}
          <p>
            <MailLink address={CONTACT} />
          </p>
        </div>
      </div>
    </Page>
  );
}

const EMERGENCY_NUMBERS = [
  { place: "europe", number: "112" },
  { place: "northAmerica", number: "911" },
  { place: "unitedKingdom", number: "999" },
  { place: "australia", number: "000" },
] as const;

/** First of all, with numbers that a phone calls at a tap. */
function Danger({ t }: { t: Translate }) {
  return (
    <section class="note bad stack gap-3" aria-labelledby="danger">
      <h2 id="danger">{t("safety.danger.title")}</h2>
      <p>{t("safety.danger.text")}</p>
      <ul class="actions" role="list">
        {EMERGENCY_NUMBERS.map(({ place, number }) => (
          <li key={number}>
            <a class="btn" href={`tel:${number}`}>
              {t(`safety.danger.place.${place}`)} <strong>{number}</strong>
            </a>
          </li>
        ))}
      </ul>
      <p class="small quiet">{t("safety.danger.other")}</p>
    </section>
  );
}

function Lines({ t, keys }: { t: Translate; keys: readonly SafetyKey[] }) {
  const texts = keys.map((key) => t(key as Exclude<SafetyKey, never>));
  if (texts.length === 1) return <p>{texts[0]}</p>;
  return <ul>{texts.map((text, n) => <li key={n}>{text}</li>)}</ul>;
}
