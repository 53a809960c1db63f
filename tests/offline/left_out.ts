/** Checks that the stand-in does not hold, with the reason. */
export const LEFT_OUT: { ids: string[]; reason: string }[] = [
  {
    ids: [
      ...["C176", "C177", "C178", "C179", "C180", "C181"],
      ...["C182", "C183", "C184", "C185", "C186"],
    ],
    reason: "csrf() is left out: Millo compares origins itself",
  },
  {
    ids: ["C202", "C205", "C206", "C207", "C208", "C210", "C212"],
    reason: "cors() is left out: no other site may read what Millo answers",
  },
  {
    ids: ["C074"],
    reason: "an app takes no settings: Millo has no base path, and reads the " +
      "headers of proxies itself",
  },
  {
    ids: ["C075"],
    reason: "mountApp() and ws() are left out: Millo has routes as files only",
  },
  { ids: ["C080"], reason: "ctx.stream() is left out: Millo streams nothing" },
  {
    ids: ["C432"],
    reason: "it names all that is left out; tests/types checks what there is",
  },
];
