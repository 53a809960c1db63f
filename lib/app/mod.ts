export { clearCookie, setCookie } from "./cookies.ts";
export { doorOf, isOwnOrigin, requireChatter } from "./doors.ts";
export { inner, outer } from "./middlewares/mod.ts";
export { readForm, seeOther } from "./respond.ts";
export { type Ctx, define, type State } from "./state.ts";
export { accept } from "./socket.ts";
