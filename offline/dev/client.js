// Runs in the page while developing: follows the server, shows what fails.
let id = document.currentScript.dataset.server ?? null;
let overlay = null;

async function ping() {
  try {
    const response = await fetch("/_dev/ping", { cache: "no-store" });
    return await response.json();
  } catch {
    return null;
  }
}

async function follow() {
  const state = await ping();
  if (state === null) return void setTimeout(follow, 50);
  if (id !== null && id !== state.id && !state.failure) {
    return location.reload();
  }
  if (state.failure) show(state.failure);
  id ??= state.id;
  // The next server may be the one that answers, and must not pass for it.
  const events = new EventSource(`/_dev/events?server=${state.id}`);
  events.onerror = () => {
    events.close();
    follow();
  };
}

function show({ message, place }) {
  overlay?.remove();
  overlay = document.createElement("dev-overlay");
  const root = overlay.attachShadow({ mode: "open" });
  // A policy may forbid style elements, but not sheets made by scripts.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const box = document.createElement("div");
  box.setAttribute("role", "alert");
  for (const [tag, text] of [["h1", place ?? "Error"], ["pre", message]]) {
    box.append(Object.assign(document.createElement(tag), {
      textContent: text,
    }));
  }
  root.append(box);
  document.documentElement.append(overlay);
}

const STYLE = `
div {
  position: fixed; inset: 0; z-index: 2147483647; overflow: auto;
  padding: 2rem; background: #1a1214f2; color: #ffd9d9;
  font: 16px/1.5 ui-monospace, monospace;
}
h1 { margin: 0 0 1rem; font-size: 1.1rem; color: #ff8f8f; }
pre { margin: 0; white-space: pre-wrap; }
`;

follow();
