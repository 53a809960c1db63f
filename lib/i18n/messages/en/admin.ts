/** The back office. */
export const admin = {
  "admin.empty": "Nothing waits.",
  "admin.home": "Home",
  "admin.nav": "Back office",
  "admin.title": "{page} · Back office",
} as const;
