const SOCKET = "/_frsh/alive";
const SCRIPT = "/_frsh/reload.js";

/** Each start of the server is a revision; pages of another one reload. */
const revision = crypto.randomUUID();

/** Set by a supervisor that reloads pages itself. */
const supervised = Deno.env.has("FRESH_SUPERVISED");

export function answerReload(req: Request): Response | null {
  const { pathname } = new URL(req.url);
  if (pathname === SCRIPT) {
    return new Response(CLIENT, {
      headers: {
        "content-type": "text/javascript; charset=UTF-8",
        "cache-control": "no-store",
      },
    });
  }
  if (pathname !== SOCKET || !req.headers.has("upgrade")) return null;
  const { socket, response } = Deno.upgradeWebSocket(req);
  socket.onopen = () => socket.send(revision);
  return response;
}

/** Adds the reloading script to a page, as a file, so that a CSP allows it. */
export async function withReload(response: Response): Promise<Response> {
  const type = response.headers.get("content-type") ?? "";
  const isPage = type.startsWith("text/html") && response.body !== null;
  if (supervised || !isPage) return response;
  const html = await response.text();
  const tag = `<script src="${SCRIPT}" defer></script>`;
  const at = html.lastIndexOf("</body>");
  const page = at === -1
    ? html + tag
    : html.slice(0, at) + tag + html.slice(at);
  const headers = new Headers(response.headers);
  headers.delete("content-length");
  return new Response(page, { status: response.status, headers });
}

const CLIENT = `
let revision = null;
function connect() {
  const url = new URL(${JSON.stringify(SOCKET)}, location.href);
  url.protocol = url.protocol.replace("http", "ws");
  const socket = new WebSocket(url);
  socket.onmessage = ({ data }) => {
    if (revision !== null && revision !== data) location.reload();
    revision = data;
  };
  socket.onclose = () => setTimeout(connect, 100);
}
connect();
`;
