/**
 * For: the figures of one process, by one table, as Prometheus reads them.
 * Keeps: counts in memory; no label ever names a person.
 * Enter: the edge and the composition root.
 */
export { Metrics } from "./metrics.ts";
export { type MetricName, METRICS } from "./table.ts";
