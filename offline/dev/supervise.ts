import { type Fallback, serveFailure } from "./fallback.ts";
import { Gate } from "./gate.ts";
import type { Failure, Report } from "./messages.ts";
import { type ProcessOptions, ServerProcess } from "./process.ts";
import { watchFiles } from "./watch.ts";

export interface DevOptions {
  /**
   * Module that serves the app when it is imported; it is not the process's
   * main module. A path from `root`.
   */
  entry: string;
  /** Files and folders to watch, from `root`. */
  watch: string[];
  /** Where browsers find the app; its own server gets another port. */
  port: number;
  hostname?: string;
  root?: string;
  /** Such as `["--config", "deno.offline.json"]`. */
  denoFlags?: string[];
  env?: Record<string, string>;
}

export interface DevServer {
  /** Settles when the supervisor was stopped. */
  finished: Promise<void>;
  stop(): Promise<void>;
}

/** Serves an app and follows every change of its files into the browser. */
export function superviseDev(options: DevOptions): DevServer {
  const root = options.root ?? Deno.cwd();
  const supervisor = new Supervisor(options, root);
  const paths = options.watch.map((path) => `${root}/${path}`);
  const watcher = watchFiles(paths, (paths) => supervisor.changed(paths));
  const { promise, resolve } = Promise.withResolvers<void>();
  supervisor.changed([]);
  return {
    finished: promise,
    async stop() {
      watcher.close();
      await supervisor.stop();
      resolve();
    },
  };
}

const CODE = /(?<!\.d)(?<![._]test)\.[tj]sx?$/;

class Supervisor {
  #serving: ServerProcess | null = null;
  #ready: ServerProcess | null = null;
  #fallback: Fallback | null = null;
  #pending = new Set<string>();
  #working: Promise<void> | null = null;
  #stopped = false;
  readonly #process: ProcessOptions;
  readonly #gate: Gate;

  constructor(options: DevOptions, root: string) {
    const { port, hostname = "127.0.0.1" } = options;
    this.#gate = new Gate({ port, hostname });
    this.#process = {
      entry: `file://${root}/${options.entry}`,
      denoFlags: options.denoFlags ?? [],
      cwd: root,
      env: options.env ?? {},
    };
  }

  /** Style sheets need a new process as well: Fresh keeps those it served. */
  changed(paths: string[]) {
    for (const path of paths) this.#pending.add(path);
    // A change during a restart is seen to by one more restart.
    if (this.#working) return;
    this.#working = this.#restart().finally(() => {
      this.#working = null;
      if (this.#pending.size > 0 && !this.#stopped) this.changed([]);
    });
  }

  async stop() {
    this.#stopped = true;
    this.#gate.close();
    await this.#working;
    await this.#fallback?.close();
    await Promise.all([this.#serving?.stop(), this.#ready?.stop()]);
  }

  async #restart() {
    const changed = [...this.#pending].filter((path) => CODE.test(path));
    this.#pending.clear();
    this.#gate.shut();
    const last = this.#serving;
    this.#serving = null;
    await Promise.all([last?.stop(), this.#fallback?.close()]);
    this.#fallback = null;
    if (this.#stopped) return;
    this.#serving = this.#ready ?? this.#spawn();
    this.#ready = null;
    this.#serving.order({ changed: await existing(changed) });
  }

  #spawn(): ServerProcess {
    const process = new ServerProcess(this.#process, (from, report) => {
      if (from === this.#serving) this.#heard(from, report);
    });
    process.ended.then(() => {
      if (process !== this.#serving || this.#stopped) return;
      this.#fail(process, { message: "The server ended", place: null });
    });
    return process;
  }

  #heard(from: ServerProcess, report: Report) {
    if (report.type === "failed") this.#fail(from, report.failure);
    if (report.type === "listening") this.#gate.open(report.port);
    if (report.type === "warm" || this.#stopped) return;
    // Only now: until it listens, the server has the processor to itself.
    this.#ready ??= this.#spawn();
  }

  async #fail(from: ServerProcess, failure: Failure) {
    const { place, message } = failure;
    this.#serving = null;
    console.error(`\n${place ?? "Error"}\n${message}\n`);
    await from.stop();
    if (this.#serving || this.#working || this.#stopped) return;
    this.#gate.shut();
    this.#fallback = serveFailure(failure);
    this.#gate.open(this.#fallback.port);
  }
}

async function existing(paths: string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map((path) => Deno.stat(path).then(() => true, () => false)),
  );
  return paths.filter((_, index) => found[index]);
}
