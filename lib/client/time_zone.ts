/** Minutes that the clock of this device is ahead of UTC, now. */
export function minutesEast(): number {
  return -new Date().getTimezoneOffset();
}
