export { Metrics } from "./metrics.ts";
export { type MetricName, METRICS } from "./table.ts";
