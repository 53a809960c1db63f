/**
 * The composition root: puts the rooms together into one running Millo, and
 * takes them apart. Keeps nothing. The edge, routes and commands enter; no room
 * that is put together here does.
 */
export { enrol, type Enrolment } from "./enrol.ts";
export { eraseAccount } from "./erase_account.ts";
export { figuresOf, healthOf } from "./health.ts";
export { closeMillo, mediaChanged, millo, useMillo } from "./millo.ts";
export { type Millo, type MilloOptions, openMillo } from "./open.ts";
export { type Opening, ROOMS, type Rooms } from "./rooms.ts";
