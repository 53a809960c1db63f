import { App, staticFiles } from "fresh";
import { FaultPage } from "./components/pages/FaultPage.tsx";
import {
  cachedPages,
  inner,
  outer,
  routableOnly,
  type State,
} from "./lib/http/mod.ts";

/** The server. It opens nothing before its first request. */
export const app = cachedPages(routableOnly(
  new App<State>()
    .use(...outer(FaultPage))
    .use(staticFiles())
    .use(...inner())
    .fsRoutes(),
));

export const buildOptions = {
  serverEntry: "fresh.config.ts",
  target: ["chrome111", "firefox121", "safari16.4"],
};
