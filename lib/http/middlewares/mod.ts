import { access } from "./access.ts";
import { bodyLimit } from "./body_limit.ts";
import { canonical } from "./canonical.ts";
import { compress } from "./compress.ts";
import { baseState } from "./base_state.ts";
import { faults } from "./faults.ts";
import { gpc } from "./gpc.ts";
import { headers, policy } from "./headers.ts";
import { knownMethods } from "./known_methods.ts";
import { limits } from "./limits.ts";
import { optOut } from "./opt_out.ts";
import { ownOrigin } from "./own_origin.ts";
import { params } from "./params.ts";
import { requests } from "./requests.ts";
import { session } from "./session.ts";
import { unread } from "./unread.ts";

/** Around everything, in this order; `page` shows a fault. */
export function outer(page: Parameters<typeof faults>[0]) {
  return [
    baseState,
    requests,
    gpc,
    compress,
    headers,
    policy,
    faults(page),
    canonical,
    knownMethods,
  ];
}

/** Around pages only, in this order; `identify` finds out who asks. */
export function inner(identify = session) {
  return [
    bodyLimit,
    ownOrigin,
    limits("address"),
    identify,
    optOut,
    limits("account", "session"),
    unread,
    // As late as this, it answers as a page that is not there does.
    params,
    access,
  ];
}
