import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { useEffect, useState } from "preact/hooks";

export interface PasskeyWords {
  act: string;
  waiting: string;
  failed: string;
  /** Said where the browser knows no passkeys; nothing if it is left out. */
  none?: string;
}

interface PasskeyProps {
  /** Whether a new passkey is made, or one is shown. */
  way: "add" | "show";
  /** Where the question comes from; the answer goes to `passkey` beside it. */
  challenge: string;
  /** Where to go on; left out where `form` is sent instead. */
  to?: string;
  /** The id of a form that waited for this, and is sent then. */
  form?: string;
  /** The button of that form which was pressed, where it has several. */
  press?: { name: string; value: string };
  words: PasskeyWords;
  /** Sent along with a new passkey. */
  extra?: Readonly<Record<string, string>>;
  /** Whether it is the step that somebody came to the page for. */
  go?: boolean;
}

/** What a browser can do is unknown until its script runs. */
type State = "unknown" | "none" | "ready" | "waiting" | "failed";

/** The button for a passkey; absent where the browser knows none. */
export default function Passkey(props: PasskeyProps) {
  const { words, go } = props;
  const [state, setState] = useState<State>("unknown");
  useEffect(() => setState(browserSupportsWebAuthn() ? "ready" : "none"), []);
  if (state === "unknown") return <div></div>;
  if (state === "none") return <div>{words.none && <p>{words.none}</p>}</div>;
  const press = async () => {
    setState("waiting");
    const done = await show(props).catch(() => false);
    if (done) goOn(props);
    else setState("failed");
  };
  return (
    <div class="stack gap-3">
      <button
        class={go ? "btn go" : "btn"}
        type="button"
        disabled={state === "waiting"}
        onClick={press}
      >
        {words.act}
      </button>
      <p role="status">
        {state === "waiting" && words.waiting}
        {state === "failed" && words.failed}
      </p>
    </div>
  );
}

function goOn({ to, form, press }: PasskeyProps): void {
  if (to !== undefined) return location.assign(to);
  const waiting = document.getElementById(form ?? "") as HTMLFormElement;
  const button = press && waiting.querySelector<HTMLButtonElement>(
    `button[name="${press.name}"][value="${press.value}"]`,
  );
  waiting.requestSubmit(button);
}

async function show(
  { way, challenge, extra }: PasskeyProps,
): Promise<boolean> {
  const asked = await post(challenge);
  const optionsJSON = await asked.json();
  const passkey =
    await (way === "add"
      ? startRegistration({ optionsJSON })
      : startAuthentication({ optionsJSON }));
  const body = extra ? { ...extra, passkey } : passkey;
  return (await post(challenge.replace(/challenge(?=$|\?)/, "passkey"), body))
    .ok;
}

function post(path: string, body: unknown = {}): Promise<Response> {
  return fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}
