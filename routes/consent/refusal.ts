import { dropPass } from "../../lib/age/mod.ts";
import { clearCookie, define, seeOther } from "../../lib/http/mod.ts";

/** Says no to the texts: the pass goes, and the cookie that named it. */
export const handler = define.handlers({
  async POST(ctx) {
    const { millo: { store, clock }, gate, secure } = ctx.state;
    const headers = new Headers();
    if (gate.state === "passed") {
      await dropPass(store, gate.browser, clock.now());
      clearCookie(headers, "gate", secure);
    }
    return seeOther("/", headers);
  },
});
