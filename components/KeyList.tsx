import { Fragment } from "preact";
import type { Translate } from "../lib/i18n/mod.ts";
import { CALL_KEYS } from "./keys.ts";

type KeyName = keyof typeof CALL_KEYS;

/** Every key that there is: a new one without words here does not compile. */
export function callKeys(t: Translate): Record<KeyName, string> {
  return {
    next: t("access.keys.next"),
    stop: t("access.keys.stop"),
    mute: t("access.keys.mute"),
    camera: t("access.keys.camera"),
    report: t("access.keys.report"),
  };
}

/** What each key of the call does. */
export function KeyList({ keys }: { keys: Partial<Record<KeyName, string>> }) {
  return (
    <ul class="keys" role="list">
      {(Object.keys(keys) as KeyName[]).map((name) => (
        <li key={name}>
          <span>{keys[name]}</span>
          <span>
            {CALL_KEYS[name].printed.map((key) => (
              <Fragment key={key}>
                {" "}
                <kbd>{key}</kbd>
              </Fragment>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
