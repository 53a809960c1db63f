/** The least that can pair people: who waits, and who comes next. */
import { untilReleased } from "./server_process.ts";

let waiting: WebSocket | null = null;

const server = Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: () => {},
  handler(request) {
    const { socket, response } = Deno.upgradeWebSocket(request);
    socket.onmessage = ({ data }) => answer(socket, JSON.parse(data));
    socket.onclose = () => forget(socket);
    return response;
  },
});
console.log(JSON.stringify({ port: server.addr.port }));
await untilReleased(() => server.shutdown());

function answer(socket: WebSocket, { type }: { type: string }): void {
  if (type === "stop") {
    forget(socket);
    socket.send('{"type":"ready"}');
  } else if (waiting === null) waiting = socket;
  else {
    const call = crypto.randomUUID();
    for (const one of [waiting, socket]) {
      one.send(JSON.stringify({ type: "matched", call }));
    }
    waiting = null;
  }
}

function forget(socket: WebSocket): void {
  if (waiting === socket) waiting = null;
}
