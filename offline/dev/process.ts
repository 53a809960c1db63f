import { MARK, type Order, type Report } from "./messages.ts";

const CHILD = new URL("./child.ts", import.meta.url).href;

/** How long a server may take to end by itself. */
const PATIENCE_MS = 400;

export interface ProcessOptions {
  entry: string;
  denoFlags: string[];
  cwd: string;
  env: Record<string, string>;
}

/** One server process, from getting ready to its end. */
export class ServerProcess {
  readonly #process: Deno.ChildProcess;
  readonly #orders: WritableStreamDefaultWriter<Uint8Array>;
  readonly ended: Promise<unknown>;
  #over = false;

  constructor(
    { entry, denoFlags, cwd, env }: ProcessOptions,
    readonly onReport: (from: ServerProcess, report: Report) => void,
  ) {
    this.#process = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", ...denoFlags, CHILD, entry],
      cwd,
      env,
      stdin: "piped",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    this.#orders = this.#process.stdin.getWriter();
    this.ended = this.#process.status.then(() => this.#over = true);
    this.#listen();
  }

  order(order: Order) {
    const line = new TextEncoder().encode(JSON.stringify(order) + "\n");
    this.#orders.write(line).catch(() => {});
  }

  async stop() {
    if (this.#over) return;
    this.#kill("SIGTERM");
    const timer = setTimeout(() => this.#kill("SIGKILL"), PATIENCE_MS);
    await this.ended;
    clearTimeout(timer);
    await this.#orders.abort().catch(() => {});
  }

  #kill(signal: Deno.Signal) {
    try {
      this.#process.kill(signal);
    } catch {
      // Already gone.
    }
  }

  async #listen() {
    const text = this.#process.stdout.pipeThrough(new TextDecoderStream());
    let rest = "";
    for await (const chunk of text) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop()!;
      for (const line of lines) this.#read(line);
    }
  }

  #read(line: string) {
    const at = line.indexOf(MARK);
    if (at === -1) return console.log(line);
    if (at > 0) console.log(line.slice(0, at));
    this.onReport(this, JSON.parse(line.slice(at + MARK.length)));
  }
}
