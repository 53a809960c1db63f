import {
  type LabelsOf,
  type MetricName,
  METRICS,
  type NamesOf,
  SECONDS,
} from "./table.ts";

interface Series {
  value: number;
  /** Of a histogram: how many fell into each bucket, and how many in all. */
  buckets?: number[];
  count?: number;
}

/** What a metric never has more of; the rest is counted as `other`. */
const MAX_SERIES = 500;
const OTHER = "other";

/** The figures of one process, since it started. */
export class Metrics {
  #series = new Map<MetricName, Map<string, Series>>();

  count<N extends NamesOf<"counter">>(name: N, labels: LabelsOf<N>): void {
    this.#of(name, labels).value++;
  }

  set<N extends NamesOf<"gauge">>(
    name: N,
    labels: LabelsOf<N>,
    value: number,
  ): void {
    this.#of(name, labels).value = value;
  }

  observe<N extends NamesOf<"histogram">>(
    name: N,
    labels: LabelsOf<N>,
    seconds: number,
  ): void {
    const series = this.#of(name, labels);
    series.buckets ??= SECONDS.map(() => 0);
    const at = SECONDS.findIndex((bound) => seconds <= bound);
    if (at >= 0) series.buckets[at]++;
    series.count = (series.count ?? 0) + 1;
    series.value += seconds;
  }

  /** All of it in the text format of Prometheus, version 0.0.4. */
  text(): string {
    const names = Object.keys(METRICS) as MetricName[];
    return names.map((name) => this.#shown(name)).join("");
  }

  #of(name: MetricName, labels: Readonly<Record<string, string>>): Series {
    const known = this.#series.get(name) ?? new Map<string, Series>();
    this.#series.set(name, known);
    let key = keyOf(name, labels);
    if (!known.has(key) && known.size >= MAX_SERIES) {
      key = keyOf(name, {});
    }
    const series = known.get(key) ?? { value: 0 };
    known.set(key, series);
    return series;
  }

  #shown(name: MetricName): string {
    const { help, kind } = METRICS[name];
    const lines = [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`];
    for (const [labels, series] of this.#series.get(name) ?? []) {
      if (kind === "histogram") lines.push(...histogram(name, labels, series));
      else lines.push(`${name}${braced(labels)} ${series.value}`);
    }
    return lines.join("\n") + "\n";
  }
}

function histogram(name: string, labels: string, series: Series): string[] {
  const { buckets = [], count = 0, value } = series;
  let below = 0;
  const lines = SECONDS.map((bound, n) => {
    below += buckets[n];
    return `${name}_bucket${braced(labels, `le="${bound}"`)} ${below}`;
  });
  return [
    ...lines,
    `${name}_bucket${braced(labels, 'le="+Inf"')} ${count}`,
    `${name}_sum${braced(labels)} ${value}`,
    `${name}_count${braced(labels)} ${count}`,
  ];
}

/** Labels in the order of the table; one that is missing is `other`. */
function keyOf(
  name: MetricName,
  labels: Readonly<Record<string, string>>,
): string {
  return METRICS[name].labels.map((label) =>
    `${label}="${escaped(labels[label] ?? OTHER)}"`
  ).join(",");
}

function braced(...labels: string[]): string {
  const given = labels.filter(Boolean);
  return given.length === 0 ? "" : `{${given.join(",")}}`;
}

function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')
    .replaceAll("\n", "\\n");
}
