/** Seconds as a clock reads them: 4:12, 1:00:07. */
export function clock(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(total / 60) % 60, total % 60];
  if (total >= 3600) parts.unshift(Math.floor(total / 3600));
  return parts
    .map((part, index) => index ? String(part).padStart(2, "0") : String(part))
    .join(":");
}
