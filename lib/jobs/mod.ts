/**
 * For: what must happen now and then, by one timetable, once over all processes.
 * Keeps: nothing of its own; who runs a job holds its lease in cluster.
 * Enter: the composition root, which gives each job its function.
 */
export { type Job, Jobs, type JobsOptions } from "./jobs.ts";
export { type JobName, TIMETABLE, type Timing, waitFor } from "./timetable.ts";
