/** What a pressed key does in a call, as printed on it and as named to assistive technology. */
export const CALL_KEYS = {
  next: { printed: ["Esc", "→"], named: "Escape ArrowRight" },
  stop: { printed: ["Esc"], named: "Escape" },
  mute: { printed: ["M"], named: "M" },
  camera: { printed: ["V"], named: "V" },
  report: { printed: ["!"], named: "Shift+!" },
} as const;
