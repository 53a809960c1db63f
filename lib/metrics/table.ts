interface Metric {
  kind: "counter" | "histogram" | "gauge";
  help: string;
  /** Few values each: never an id, an address or a path as it was asked for. */
  labels: readonly string[];
}

/** Everything that is counted. */
export const METRICS = {
  millo_requests_total: {
    kind: "counter",
    help: "Requests answered, by route pattern, method and status",
    labels: ["route", "method", "status"],
  },
  millo_request_seconds: {
    kind: "histogram",
    help: "Time to the answer's first byte, by route pattern",
    labels: ["route"],
  },
  millo_limited_total: {
    kind: "counter",
    help: "Requests refused because a limit was reached",
    labels: ["limit"],
  },
  millo_denied_total: {
    kind: "counter",
    help: "Requests of the staff refused for lack of a permission",
    labels: ["permission"],
  },
  millo_frames_total: {
    kind: "counter",
    help: "Frames that browsers sent on the live page's socket, by outcome",
    labels: ["outcome"],
  },
  millo_faults_total: {
    kind: "counter",
    help: "Faults that are ours",
    labels: [],
  },
  millo_people: {
    kind: "gauge",
    help: "People who have the live page open through this process",
    labels: [],
  },
  millo_streams: {
    kind: "gauge",
    help: "Pages of the back office that hear of changes through this process",
    labels: [],
  },
  millo_up: {
    kind: "gauge",
    help: "1 when this part answers",
    labels: ["part"],
  },
  millo_memory_bytes: {
    kind: "gauge",
    help: "Resident memory of this process",
    labels: [],
  },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof METRICS;

export type NamesOf<Kind extends Metric["kind"]> = {
  [N in MetricName]: typeof METRICS[N]["kind"] extends Kind ? N : never;
}[MetricName];

export type LabelsOf<N extends MetricName> = Readonly<
  Record<typeof METRICS[N]["labels"][number], string>
>;

/** Upper bounds of the histogram's buckets, in seconds. */
export const SECONDS = [.001, .003, .01, .03, .1, .3, 1, 3, 10] as const;
