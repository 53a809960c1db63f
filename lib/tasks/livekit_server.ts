import { newId, newSecret } from "../kernel/mod.ts";
import { type Guarded, startGuarded } from "./guarded.ts";
import { keepRunning } from "./keep_running.ts";
import { choosePorts, rememberPorts } from "./ports.ts";
import { whenReady } from "./ready.ts";

export { ensureLiveKitServer } from "./livekit_binary.ts";

const FIRST_TRIES = 3;

export interface LiveKitOptions {
  binary: string;
  /** Port of Millo on this machine, which takes LiveKit's webhooks. */
  webhookPort: number;
  logFile?: string;
  onState?: (up: boolean) => void;
  /**
   * Remembers the ports from one start to the next: pages that stayed open may
   * only reach the address that they were served with.
   */
  portFile?: string;
}

export interface LiveKitServer {
  url: string;
  key: string;
  secret: string;
  pid(): number | null;
  stop(): Promise<void>;
}

interface Place {
  port: number;
  udpPort: number;
  key: string;
  secret: string;
}

/** Starts LiveKit for this machine alone and keeps it running. */
export async function startLiveKit(
  options: LiveKitOptions,
): Promise<LiveKitServer> {
  for (let tries = 1;; tries++) {
    const place: Place = {
      ...await choosePorts(tries === 1 ? options.portFile : undefined),
      key: `millo-${newId()}`,
      secret: newSecret(),
    };
    try {
      const kept = await keepRunning({
        name: "LiveKit",
        start: () => startOnce(options, place),
        onState: options.onState,
      });
      const { port, udpPort, key, secret } = place;
      await rememberPorts(options.portFile, { port, udpPort });
      return { url: `ws://127.0.0.1:${port}`, key, secret, ...kept };
    } catch (fault) {
      // Another program may have taken a port since it was found to be free.
      if (tries === FIRST_TRIES) throw fault;
    }
  }
}

async function startOnce(
  { binary, webhookPort, logFile }: LiveKitOptions,
  place: Place,
): Promise<Guarded> {
  const server = await startGuarded(binary, {
    args: [],
    // Not as an argument: those are readable for every user of the machine.
    env: { LIVEKIT_CONFIG: JSON.stringify(configure(place, webhookPort)) },
    logFile,
  });
  const fault = await whenReady(server, `http://127.0.0.1:${place.port}/`);
  if (!fault) return server;
  await server.stop();
  throw new Error(
    `Cannot start LiveKit: ${fault}` +
      (logFile ? `; its log is ${logFile}` : ""),
  );
}

/** Everything stays on 127.0.0.1: nothing listens or asks outside of it. */
function configure(place: Place, webhookPort: number): object {
  return {
    port: place.port,
    bind_addresses: ["127.0.0.1"],
    keys: { [place.key]: place.secret },
    room: { auto_create: false },
    rtc: {
      udp_port: place.udpPort,
      // LiveKit would listen for ICE over TCP on every address.
      tcp_port: 0,
      node_ip: "127.0.0.1",
      ips: { includes: ["127.0.0.1/32"] },
      enable_loopback_candidate: true,
      use_external_ip: false,
      // An empty list means public servers, which browsers would then ask.
      // Nobody answers here; the media port would not do, because a browser
      // takes whatever comes from there for STUN's answer.
      stun_servers: [`127.0.0.1:${place.port}`],
    },
    webhook: {
      api_key: place.key,
      urls: [`http://127.0.0.1:${webhookPort}/hooks/livekit`],
      // Of all that it could tell, Millo listens to the end of rooms alone.
      filter_params: { include_events: ["room_finished"] },
    },
    logging: { level: "warn", pion_level: "error" },
  };
}
