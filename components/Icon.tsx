/** Line drawings on a 24 unit grid, mostly from Lucide (ISC licence, lucide.dev). */
const ICONS = {
  again: [
    "M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8",
    "M21 3v5h-5",
    "M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16",
    "M8 16H3v5",
  ],
  alert: [
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
    "M12 8v4",
    "M12 16h.01",
  ],
  arrow: ["M5 12h14", "m12 5 7 7-7 7"],
  camera: [
    "m16 13 5.223 3.482a.5.5 0 0 0 .777-.416V7.87a.5.5 0 0 0-.752-.432L16 10.5",
    "M4 6h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z",
  ],
  cameraOff: [
    "M10.66 6H14a2 2 0 0 1 2 2v2.5l5.248-3.062A.5.5 0 0 1 22 7.87v8.196",
    "M16 16a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h2",
    "m2 2 20 20",
  ],
  check: ["M20 6 9 17l-5-5"],
  chevron: ["m9 18 6-6-6-6"],
  cross: ["M18 6 6 18", "m6 6 12 12"],
  copy: [
    "M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2z",
    "M4 16a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2",
  ],
  download: [
    "M12 15V3",
    "M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4",
    "m7 10 5 5 5-5",
  ],
  eye: [
    "M2.06 12.35a1 1 0 0 1 0-.7 10.75 10.75 0 0 1 19.88 0 1 1 0 0 1 0 .7 10.75 10.75 0 0 1-19.88 0",
    "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  ],
  flag: [
    "M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.3 2q2 0 3.1-.6A1 1 0 0 1 20 4.2v10.3a1 1 0 0 1-.4.8A6 6 0 0 1 16 16.5c-3 0-5-2-8-2a6 6 0 0 0-4 1.5",
  ],
  key: [
    "m15.5 7.5 2.3 2.3a1 1 0 0 0 1.4 0l2.1-2.1a1 1 0 0 0 0-1.4L19 4",
    "m21 2-9.6 9.6",
    "M7.5 10a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z",
  ],
  laptop: [
    "M18 5a2 2 0 0 1 2 2v8.5l2 3.5H2l2-3.5V7a2 2 0 0 1 2-2z",
    "M4 16h16",
  ],
  menu: ["M4 5h16", "M4 12h16", "M4 19h16"],
  mic: [
    "M12 19v3",
    "M19 10v2a7 7 0 0 1-14 0v-2",
    "M9 5a3 3 0 0 1 6 0v7a3 3 0 0 1-6 0z",
  ],
  micOff: [
    "M12 19v3",
    "M15 9.34V5a3 3 0 0 0-5.68-1.33",
    "M16.95 16.95A7 7 0 0 1 5 12v-2",
    "M18.89 13.23A7 7 0 0 0 19 12v-2",
    "m2 2 20 20",
    "M9 9v3a3 3 0 0 0 5.12 2.12",
  ],
  more: [
    "M12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z",
    "M19 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z",
    "M5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z",
  ],
  phone: [
    "M7 2h10a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z",
    "M12 18h.01",
  ],
  plus: ["M5 12h14", "M12 5v14"],
  print: [
    "M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2",
    "M6 9V3h12v6",
    "M7 14h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1z",
  ],
  send: [
    "M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z",
    "m21.854 2.147-10.94 10.939",
  ],
} as const;

export type IconName = keyof typeof ICONS;

/** Icons that point somewhere turn round in right-to-left pages. */
const POINTING: ReadonlySet<IconName> = new Set(["arrow", "chevron", "send"]);

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      data-points={POINTING.has(name) ? "" : undefined}
    >
      {ICONS[name].map((path, n) => <path key={n} d={path} />)}
    </svg>
  );
}
