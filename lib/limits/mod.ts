export { type Bucket, type Draw, draw, type Level } from "./bucket.ts";
export { Gauge } from "./gauge.ts";
export { type LimitName, LIMITS } from "./table.ts";
