import { HomePage } from "../components/pages/HomePage.tsx";
import { define } from "../lib/app/mod.ts";

export default define.page(({ state }) => <HomePage t={state.t} />);
