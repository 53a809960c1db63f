import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { useEffect, useMemo, useState } from "preact/hooks";
import { createTranslator, type Messages } from "../lib/i18n/translate.ts";

interface PasskeyProps {
  way: "add" | "return";
  /** Where to go on. */
  to: string;
  locale: string;
  messages: Messages;
}

const WORDS = {
  add: {
    act: "account.keys.add",
    waiting: "account.keys.adding",
    failed: "account.keys.failed",
  },
  return: {
    act: "account.return.passkey",
    waiting: "account.return.waiting",
    failed: "account.return.failed",
  },
} as const;

/** The button for a passkey; absent where the browser knows none. */
export default function Passkey({ way, to, locale, messages }: PasskeyProps) {
  const t = useMemo(() => createTranslator(messages, locale), []);
  const [state, setState] = useState<"none" | "ready" | "waiting" | "failed">(
    "none",
  );
  useEffect(() => setState(browserSupportsWebAuthn() ? "ready" : "none"), []);
  if (state === "none") return <div />;
  const press = async () => {
    setState("waiting");
    const done = await (way === "add" ? add() : signIn()).catch(() => false);
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
        {t(WORDS[way].act)}
      </button>
      <p role="status">
        {state === "waiting" && t(WORDS[way].waiting)}
        {state === "failed" && t(WORDS[way].failed)}
      </p>
    </div>
  );
}

async function add(): Promise<boolean> {
  const asked = await post("/account/keys/challenge");
  const optionsJSON = await asked.json();
  const answer = await startRegistration({ optionsJSON });
  return (await post("/account/keys/passkey", answer)).ok;
}

async function signIn(): Promise<boolean> {
  const asked = await post("/account/return/challenge");
  const optionsJSON = await asked.json();
  const answer = await startAuthentication({ optionsJSON });
  return (await post("/account/return/passkey", answer)).ok;
}

function post(path: string, body: unknown = {}): Promise<Response> {
  return fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}
