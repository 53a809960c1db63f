import type { AnyComponent, LayoutConfig, PageProps } from "../page_types.ts";

export interface Layout<State> {
  // deno-lint-ignore no-explicit-any
  component: AnyComponent<PageProps<any, State>>;
  config: LayoutConfig | undefined;
}

/** What is put around a rendered page: layouts from outer to inner. */
export interface Scope<State> {
  layouts: Layout<State>[];
  // deno-lint-ignore no-explicit-any
  app: AnyComponent<PageProps<any, State>> | null;
}
