/** Seconds as a clock reads them: 4:12, 1:00:07. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 60) % 60, whole % 60];
  if (whole >= 3600) parts.unshift(Math.floor(whole / 3600));
  return parts
    .map((part, index) => index ? String(part).padStart(2, "0") : String(part))
    .join(":");
}
