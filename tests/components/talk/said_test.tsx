import { assertEquals } from "@std/assert";
import { Chat, type ChatProps } from "../../../components/talk/Chat.tsx";
import { ReportSheet } from "../../../components/talk/ReportSheet.tsx";
import { change, outline } from "../outline.ts";
import { TALK } from "../specimens.tsx";

const whole = (name: string) => outline(TALK[name], { whole: true });

const noop = () => {};

Deno.test("before the first search: the menu, what others will see, and one step", () => {
  assertEquals(whole("talk ready, camera on"), [
    "status:",
    "alert:",
    "link talk.home to /",
    "talk.ready.step(3, 3)",
    "button talk.menu.label",
    "menu talk.menu.label: talk.menu.rules, talk.menu.choices, talk.menu.sale, talk.menu.stop",
    "talk.ready.onlyYou",
    "h1 talk.ready.title",
    "status:",
    "talk.ready.hint",
    "talk.ready.what",
    "button talk.ready.find",
  ]);
});

Deno.test("each reason for no picture has words, and a way to try again but while it is asked", () => {
  for (
    const camera of [
      "asking",
      "refused",
      "missing",
      "busy",
      "insecure",
    ] as const
  ) {
    const again = camera === "asking" ? [] : ["button talk.ready.again"];
    assertEquals(
      change(
        whole("talk ready, camera on"),
        whole(`talk ready, camera ${camera}`),
      ),
      {
        gone: ["talk.ready.onlyYou", "talk.ready.hint"],
        here: [
          `talk.ready.${camera}.title`,
          `talk.ready.${camera}.text`,
          "talk.ready.without",
          ...again,
        ],
      },
      camera,
    );
  }
});

Deno.test("while one waits: how long already, and one way back", () => {
  assertEquals(whole("talk searching"), [
    "status:",
    "talk.searching.title",
    "alert:",
    "link talk.home to /",
    "button talk.menu.label",
    "menu talk.menu.label: talk.menu.rules, talk.menu.choices, talk.menu.sale, talk.menu.stop",
    "h1 talk.searching.title",
    "talk.searching.text",
    "talk.searching.waited(0:14)",
    "button talk.searching.stop",
  ]);
});

Deno.test("in a call: every act by button and by menu, the connection, and the text", () => {
  assertEquals(whole("talk live"), [
    "status:",
    "alert:",
    "talk.call.arrived",
    "link talk.home to /",
    "4:12",
    "talk.call.connection",
    "talk.call.connection.fair",
    "button talk.menu.label",
    "menu talk.menu.label: talk.menu.next, talk.menu.mute, talk.menu.camera, talk.menu.report, talk.menu.rules, talk.menu.choices, talk.menu.sale, talk.menu.stop",
    "h1 talk.call.title",
    "status:",
    "talk.call.theyHide",
    "talk.call.you",
    "button talk.call.mute, pressed",
    "button talk.call.cameraOff, not pressed",
    "button talk.call.report",
    "button talk.call.next",
    "talk.chat.them",
    "[theirs]",
    "talk.chat.me",
    "[mine]",
    "talk.chat.failed",
    "[note]",
    "talk.chat.typing",
    "form get ",
    "input talk.chat.field",
    "status:",
    "button talk.chat.send",
  ]);
});

Deno.test("before the other's picture is there, the page says what it waits for", () => {
  assertEquals(change(whole("talk live"), whole("talk matched")), {
    gone: ["talk.call.connection.fair", "talk.call.theyHide"],
    here: ["talk.call.connection.connecting", "talk.call.waiting"],
  });
});

Deno.test("after a call: what happened, report, block, and the way on", () => {
  assertEquals(whole("talk ended, they-left"), [
    "status:",
    "alert:",
    "talk.ended.left",
    "link talk.home to /",
    "talk.ended.after(4:38)",
    "button talk.menu.label",
    "menu talk.menu.label: talk.menu.rules, talk.menu.choices, talk.menu.sale, talk.menu.stop",
    "h1 talk.ended.left",
    "talk.ended.talked(4, 38)",
    "h2 talk.ended.wrong",
    "talk.ended.wrongText",
    "button talk.ended.report",
    "h2 talk.ended.notAgain",
    "status:",
    "talk.ended.block.none",
    "button talk.ended.blockAct",
    "link talk.ended.stop to /",
    "button talk.call.next",
  ]);
});

Deno.test("each end is told at once and in its own words", () => {
  const told = (reason: string) =>
    change(whole("talk ended, they-left"), whole(`talk ended, ${reason}`));
  assertEquals(told("you-left"), {
    gone: ["talk.ended.left", "h1 talk.ended.left"],
    here: ["talk.ended.youLeft", "h1 talk.ended.youLeft"],
  });
  assertEquals(told("interrupted"), {
    gone: ["talk.ended.left", "h1 talk.ended.left", "talk.ended.talked(4, 38)"],
    here: [
      "talk.ended.interrupted",
      "h1 talk.ended.interrupted",
      "talk.ended.interruptedText talk.ended.talked(4, 38)",
    ],
  });
  assertEquals(told("failed"), {
    gone: ["talk.ended.left", "h1 talk.ended.left", "talk.ended.talked(4, 38)"],
    here: [
      "talk.ended.failed",
      "h1 talk.ended.failed",
      "talk.ended.failedText",
    ],
  });
  assertEquals(told("elsewhere"), {
    gone: ["talk.ended.left", "h1 talk.ended.left", "talk.ended.talked(4, 38)"],
    here: [
      "talk.ended.elsewhere",
      "h1 talk.ended.elsewhere",
      "talk.ended.elsewhereText",
    ],
  });
});

Deno.test("without a connection: that it is tried, and one way back", () => {
  assertEquals(
    change(whole("talk searching"), whole("talk interrupted")),
    {
      gone: [
        "talk.searching.title",
        "h1 talk.searching.title",
        "talk.searching.text",
        "talk.searching.waited(0:14)",
      ],
      here: [
        "talk.interrupted.title. talk.interrupted.text",
        "h1 talk.interrupted.title",
        "talk.interrupted.text",
      ],
    },
  );
});

Deno.test("after a report: what happens now, help, its number, and the way on", () => {
  assertEquals(whole("talk reported, sent"), [
    "status:",
    "alert:",
    "link talk.home to /",
    "report.after.bar",
    "button talk.menu.label",
    "menu talk.menu.label: talk.menu.rules, talk.menu.choices, talk.menu.sale, talk.menu.stop",
    "h1 report.after.title.sent",
    "status:",
    "report.after.sent",
    "report.help.threatened",
    "report.help.kept",
    "link StopNCII.org to https://stopncii.org",
    "— report.help.stopncii",
    "link Take It Down to https://takeitdown.ncmec.org",
    "— report.help.takeItDown",
    "report.help.police",
    "report.after.mistake report.after.takeBack",
    "button report.after.takeBack",
    "form get ",
    "textarea report.own.note, required",
    "button report.own.noteAct",
    "report.own.number: [number] report.own.numberHint",
    "link report.after.follow to /account/reports/[report]",
    "link talk.ended.stop to /",
    "button talk.ready.find",
  ]);
});

Deno.test("a report that is under way, waits, was too fast, taken back or refused says so", () => {
  const told = (name: string) =>
    whole(`talk reported, ${name}`).filter((line) =>
      line.startsWith("h1") || line.startsWith("report.")
    );
  assertEquals(told("on its way"), [
    "report.after.bar",
    "h1 report.after.title.sending",
    "report.after.sending",
    "report.help.danger",
  ]);
  assertEquals(told("without a connection"), [
    "report.after.bar",
    "h1 report.after.title.sending",
    "report.after.waits",
  ]);
  assertEquals(told("too fast"), [
    "report.after.bar",
    "h1 report.after.title.late",
    "report.after.late(2)",
  ]);
  assertEquals(told("taken back"), [
    "report.after.bar",
    "h1 report.after.title.withdrawn",
    "report.after.withdrawn",
  ]);
  assertEquals(told("refused"), [
    "report.after.bar",
    "h1 report.after.title.failed",
    "report.after.failed",
  ]);
});

Deno.test("the sheet over the call offers a still only where there is a picture", () => {
  const sheet = (hasPicture: boolean) =>
    outline((t) => (
      <ReportSheet {...{ t, hasPicture, onSend: noop, onClose: noop }} />
    ));
  assertEquals(sheet(false), [
    "form dialog ",
    "h2 report.title",
    "report.lead",
    "fold report.add",
    "textarea report.words; report.wordsHint",
    "report.wordsHint",
    "checkbox report.text report.textHint text=1",
    "button report.reason.under_18 sends reason=under_18",
    "button report.reason.danger sends reason=danger",
    "button report.reason.threatened sends reason=threatened",
    "button report.reason.nudity sends reason=nudity",
    "button report.reason.threat sends reason=threat",
    "button report.reason.hate sends reason=hate",
    "button report.reason.recording sends reason=recording",
    "button report.reason.fraud sends reason=fraud",
    "button report.reason.other sends reason=other",
    "report.emergency",
    "button report.close",
  ]);
  assertEquals(change(sheet(false), sheet(true)), {
    gone: [],
    here: ["checkbox report.still report.stillHint still=1"],
  });
});

Deno.test("messages say whose they are, a failed one that it failed, and notes nobody's", () => {
  const chat = (changes: Partial<ChatProps> = {}) =>
    outline((t) => (
      <Chat
        {...{ t, messages: [], onSend: noop }}
        left={(text) => ({ characters: 500 - text.length, bytes: 9_000 })}
        {...changes}
      />
    ));
  assertEquals(chat(), [
    "form get ",
    "input talk.chat.field",
    "status:",
    "button talk.chat.send",
  ]);
  assertEquals(
    change(
      chat(),
      chat({
        messages: [
          { id: 1, from: "them", text: "hello" },
          { id: 2, from: "me", text: "<b>hi</b>", failed: true },
          { id: 3, from: "note", text: "They left." },
        ],
        typing: true,
      }),
    ),
    {
      gone: [],
      here: [
        "talk.chat.them",
        "hello",
        "talk.chat.me",
        "<b>hi</b>",
        "talk.chat.failed",
        "They left.",
        "talk.chat.typing",
      ],
    },
  );
});
