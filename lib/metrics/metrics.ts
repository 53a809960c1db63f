import { Counter, Gauge, Histogram, Registry } from "prom-client";
import {
  type LabelsOf,
  type MetricName,
  METRICS,
  type NamesOf,
  SECONDS,
} from "./table.ts";

type Labels = Readonly<Record<string, string>>;

/** What a metric never has more of; the rest is counted as `other`. */
const MAX_SERIES = 500;
const OTHER = "other";

/** The figures of one process, since it started. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #counters = new Map<MetricName, Counter>();
  readonly #gauges = new Map<MetricName, Gauge>();
  readonly #histograms = new Map<MetricName, Histogram>();
  readonly #series = new Map<MetricName, Set<string>>();

  constructor() {
    for (const name of Object.keys(METRICS) as MetricName[]) this.#add(name);
  }

  count<N extends NamesOf<"counter">>(name: N, labels: LabelsOf<N>): void {
    this.#counters.get(name)!.inc(this.#bounded(name, labels));
  }

  set<N extends NamesOf<"gauge">>(
    name: N,
    labels: LabelsOf<N>,
    value: number,
  ): void {
    this.#gauges.get(name)!.set(this.#bounded(name, labels), value);
  }

  observe<N extends NamesOf<"histogram">>(
    name: N,
    labels: LabelsOf<N>,
    seconds: number,
  ): void {
    this.#histograms.get(name)!.observe(this.#bounded(name, labels), seconds);
  }

  /** All of it in the text format of Prometheus, version 0.0.4. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #add(name: MetricName): void {
    const { kind, help, labels } = METRICS[name];
    const registers = [this.#registry];
    const given = { name, help, labelNames: [...labels], registers };
    this.#series.set(name, new Set());
    if (kind === "counter") this.#counters.set(name, new Counter(given));
    else if (kind === "gauge") this.#gauges.set(name, new Gauge(given));
    else {
      const buckets = [...SECONDS];
      this.#histograms.set(name, new Histogram({ ...given, buckets }));
    }
  }

  /** The labels, or `other` for each where there are too many already. */
  #bounded(name: MetricName, labels: Labels): Labels {
    const known = this.#series.get(name)!;
    let key = "";
    for (const label of METRICS[name].labels) key += `${labels[label]}\n`;
    if (known.has(key)) return labels;
    if (known.size < MAX_SERIES) {
      known.add(key);
      return labels;
    }
    return Object.fromEntries(
      METRICS[name].labels.map((label) => [label, OTHER]),
    );
  }
}
