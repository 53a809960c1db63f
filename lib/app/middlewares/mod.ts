import { bodyLimit } from "./body_limit.ts";
import { context } from "./context.ts";
import { faults } from "./faults.ts";
import { headers, policy } from "./headers.ts";
import { ownOrigin } from "./own_origin.ts";
import { session } from "./session.ts";

/** Around everything, in this order; `page` shows a fault. */
export function outer(page: Parameters<typeof faults>[0]) {
  return [context, headers, policy, faults(page)];
}

/** Around pages only, in this order. */
export const inner = [bodyLimit, ownOrigin, session];
