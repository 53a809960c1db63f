/** Why the app does not run, as far as it can be told. */
export interface Failure {
  message: string;
  /** File, line and column, where the error names them. */
  place: string | null;
}

/** What a server process tells the supervisor. */
export type Report =
  | { type: "warm" }
  | { type: "listening"; port: number }
  | { type: "failed"; failure: Failure };

/** The supervisor's word to a server process: load the app, and serve it. */
export interface Order {
  /** Modules to load before the app, so that their faults show at once. */
  changed: string[];
}

/** Reports travel on standard output, in lines that start with this. */
export const MARK = "\x1eFRESH-DEV ";

/** Paths below this one belong to the supervisor, never to the app. */
export const OWN = "/_dev/";
