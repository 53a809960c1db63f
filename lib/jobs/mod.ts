/**
 * What must happen now and then, by one timetable, once over all processes.
 * Keeps nothing but leases. The composition root gives each job its function.
 */
export { type Job, Jobs, type JobsOptions } from "./jobs.ts";
export { type JobName, TIMETABLE, type Timing, waitFor } from "./timetable.ts";
