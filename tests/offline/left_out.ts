/** Checks that the stand-in does not hold, each with the reason. */
export const LEFT_OUT: { id: string; reason: string }[] = [];
