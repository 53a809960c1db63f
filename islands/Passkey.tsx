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
  /** Where to go on. */
  to: string;
  words: PasskeyWords;
  /** The id of a field that must be filled in, and is sent along by its name. */
  field?: string;
}

/** The button for a passkey; absent where the browser knows none. */
export default function Passkey(props: PasskeyProps) {
  const { to, words } = props;
  const [state, setState] = useState<"none" | "ready" | "waiting" | "failed">(
    "none",
  );
  useEffect(() => setState(browserSupportsWebAuthn() ? "ready" : "none"), []);
  if (state === "none") return <div>{words.none && <p>{words.none}</p>}</div>;
  const press = async () => {
    const field = fieldOf(props.field);
    if (field && !field.reportValidity()) return;
    setState("waiting");
    const done = await show(props, field).catch(() => false);
    if (done) location.assign(to);
    else setState("failed");
  };
  return (
    <div class="stack gap-3">
      <button
        class="btn"
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

function fieldOf(id: string | undefined): HTMLInputElement | null {
  return id === undefined
    ? null
    : document.getElementById(id) as HTMLInputElement | null;
}

async function show(
  { way, challenge }: PasskeyProps,
  field: HTMLInputElement | null,
): Promise<boolean> {
  const asked = await post(challenge);
  const optionsJSON = await asked.json();
  const passkey =
    await (way === "add"
      ? startRegistration({ optionsJSON })
      : startAuthentication({ optionsJSON }));
  const body = field ? { [field.name]: field.value, passkey } : passkey;
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
