import type { ComponentChildren } from "preact";
import { asset } from "fresh/runtime";
import type { Translate } from "../../lib/i18n/mod.ts";

export interface DocumentProps {
  t: Translate;
  locale: string;
  dir: "ltr" | "rtl";
  /** Until a page names itself with a title in its head. */
  title?: string;
  /** The live page: always dark, with the sheet of the call. */
  stage?: boolean;
  /** The back office: smaller, with a sheet of its own. */
  admin?: boolean;
  /** The way in to it: the same sheet, and no rail. */
  door?: boolean;
  children: ComponentChildren;
}

/** What the first screen needs, so that the sheet is not waited for first. */
const FACES = [
  "/fonts/atkinson-hyperlegible-next-latin-wght.woff2",
  "/fonts/bricolage-grotesque-latin-opsz.woff2",
];

export function Document(props: DocumentProps) {
  const { t, locale, dir, title, stage, admin, door, children } = props;
  return (
    <html
      lang={locale}
      dir={dir}
      class={stage
        ? "stage"
        : door
        ? "admin door"
        : admin
        ? "admin"
        : undefined}
    >
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover"
        />
        <title>{title ?? t("app.name")}</title>
        <meta name="description" content={t("app.description")} />
        <meta name="color-scheme" content={stage ? "dark" : "light dark"} />
        <link rel="stylesheet" href={asset("/styles.css")} />
        {stage && <link rel="stylesheet" href={asset("/stage.css")} />}
        {(admin || door) && (
          <link
            rel="stylesheet"
            href={asset("/admin.css")}
          />
        )}
        {FACES.map((face, n) => (
          <link
            key={n}
            rel="preload"
            href={asset(face)}
            as="font"
            type="font/woff2"
            crossorigin="anonymous"
          />
        ))}
        <link rel="icon" href={asset("/favicon.svg")} type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  );
}
