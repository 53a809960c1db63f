import type { ComponentChildren, FunctionComponent } from "preact";

export type Mode = "development" | "production";

export interface ResolvedFreshConfig {
  root: string;
  basePath: "";
  mode: Mode;
  trustProxy: false;
}

export interface PageProps<Data = unknown, State = unknown> {
  data: Data;
  url: URL;
  req: Request;
  params: Record<string, string>;
  route: string | null;
  state: State;
  config: ResolvedFreshConfig;
  info: Deno.ServeHandlerInfo;
  isPartial: boolean;
  error: unknown;
  Component: FunctionComponent;
}

export type SyncComponent<Props> = (props: Props) => ComponentChildren;
export type AsyncComponent<Props> = (
  props: Props,
) => Promise<ComponentChildren | Response>;
export type AnyComponent<Props> = SyncComponent<Props> | AsyncComponent<Props>;

// deno-lint-ignore no-explicit-any
export type RouteComponent<State> = AnyComponent<PageProps<any, State>>;

export interface LayoutConfig {
  skipInheritedLayouts?: boolean;
  skipAppWrapper?: boolean;
}
