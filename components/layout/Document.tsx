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
  children: ComponentChildren;
}

/** The build gives the address in the style sheet the same asset key. */
const TEXT_FACE = "/fonts/atkinson-hyperlegible-next-latin-wght.woff2";

export function Document(
  { t, locale, dir, title, stage, children }: DocumentProps,
) {
  return (
    <html lang={locale} dir={dir} class={stage ? "stage" : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover"
        />
        <title>{title ?? t("app.name")}</title>
        <meta name="description" content={t("app.description")} />
        <meta name="color-scheme" content={stage ? "dark" : "light dark"} />
        <link rel="icon" href={asset("/favicon.svg")} type="image/svg+xml" />
        <link
          rel="preload"
          href={asset(TEXT_FACE)}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href={asset("/styles.css")} />
        {stage && <link rel="stylesheet" href={asset("/stage.css")} />}
      </head>
      <body>{children}</body>
    </html>
  );
}
