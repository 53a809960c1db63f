import { Fragment } from "preact";
import { CALL_KEYS } from "./keys.ts";

type KeyName = keyof typeof CALL_KEYS;

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
