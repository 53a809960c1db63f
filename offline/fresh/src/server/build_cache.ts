import type { FunctionComponent } from "preact";

// deno-lint-ignore no-explicit-any
type Any = any;

/** One function of an island module, and the client chunk that holds it. */
export interface Island {
  file: string;
  name: string;
  exportName: string;
  fn: FunctionComponent<Any>;
  chunk: string;
}

export type FileKind =
  | "route"
  | "app"
  | "layout"
  | "middleware"
  | "error"
  | "notFound";

/** A file below `routes/`: loaded at the start, or at its first request. */
export interface FileRoute {
  id: string;
  kind: FileKind;
  /** URLPattern path of a route. */
  pattern: string;
  /** Place of the file in URL terms, route groups kept. */
  segment: string;
  /** A route file that is no index: its folder's files do not cover it. */
  file: boolean;
  module: Any | (() => Promise<Any>);
}

export interface StaticFile {
  /** SHA-256 in hex, of scripts the bundler's hash; null while developing. */
  hash: string | null;
  contentType: string;
  /** Built under a name that never changes its content. */
  immutable?: boolean;
  read(): Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>;
}

/** What a build hands to the running app. */
export interface BuildCache {
  root: string;
  buildId: string | null;
  /** URL of the client runtime, without base path; null without a build. */
  runtime: string | null;
  islands: Map<FunctionComponent<Any>, Island>;
  files: FileRoute[];
  development: boolean;
  getFile(path: string): StaticFile | null | Promise<StaticFile | null>;
}

export const EMPTY_CACHE: BuildCache = {
  root: ".",
  buildId: null,
  runtime: null,
  islands: new Map(),
  files: [],
  development: false,
  getFile: () => null,
};
