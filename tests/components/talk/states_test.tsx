import { assert, assertEquals } from "@std/assert";
import {
  TalkCall,
  type TalkCallProps,
} from "../../../components/talk/TalkCall.tsx";
import {
  TalkEnded,
  type TalkEndedProps,
} from "../../../components/talk/TalkEnded.tsx";
import {
  TalkReady,
  type TalkReadyProps,
} from "../../../components/talk/TalkReady.tsx";
import {
  type ShownReport,
  TalkReported,
} from "../../../components/talk/TalkReported.tsx";
import { translator } from "../../../lib/i18n/mod.ts";
import { elements, nameOf } from "../html.ts";
import { render } from "../specimens.tsx";

const t = translator();
const noop = () => {};

function ended(given: Partial<TalkEndedProps>): string {
  return render((t) => (
    <TalkEnded
      t={t}
      reason="they-left"
      talked={64}
      blocking="none"
      onNext={noop}
      onReport={noop}
      onBlock={noop}
      {...given}
    />
  ), t);
}

function ready(given: Partial<TalkReadyProps>): string {
  return render(
    (t) => (
      <TalkReady t={t} camera="on" onTryAgain={noop} onFind={noop} {...given} />
    ),
    t,
  );
}

function call(given: Partial<TalkCallProps>): string {
  return render((t) => (
    <TalkCall
      t={t}
      state="live"
      elapsed={0}
      connection="good"
      muted={false}
      cameraOff={false}
      chat={{
        messages: [],
        left: () => ({ characters: 500, bytes: 9_000 }),
        onSend: noop,
      }}
      onMute={noop}
      onCamera={noop}
      onNext={noop}
      onReport={noop}
      {...given}
    />
  ), t);
}

const SENT = {
  step: "sent",
  reason: "hate",
  report: "r",
  number: "RN-AAAA",
  added: false,
  until: 1,
  noted: false,
} as const;

function reported(report: ShownReport): string {
  return render((t) => (
    <TalkReported
      t={t}
      report={report}
      onTakeBack={noop}
      onNote={noop}
      onFind={noop}
    />
  ), t);
}

/** Buttons below the bar and its menu, by name. */
function buttons(html: string): string[] {
  return elements(html.replace(/<header.*?<\/header>/s, ""), "button")
    .map((one) => nameOf(one).trim());
}

function textOf(html: string, className: string): string | undefined {
  return elements(html, "p").find(({ attributes }) =>
    attributes.class === className
  )?.inner;
}

Deno.test("the length of a call is said in words, and in the bar as on a clock", () => {
  const said = (talked: number) => textOf(ended({ talked }), "quiet");
  assertEquals(said(1), "You talked for 1 second.");
  assertEquals(said(59.9), "You talked for 59 seconds.");
  assertEquals(said(60), "You talked for 1 minute and 0 seconds.");
  assertEquals(said(3_725), "You talked for 62 minutes and 5 seconds.");
  const [bar] = elements(ended({ talked: 3_725 }), "header");
  assert(bar.inner.includes("Ended after 1:02:05"));
});

Deno.test("each end has a story of its own", () => {
  const story = (reason: TalkEndedProps["reason"]) =>
    textOf(ended({ reason, talked: 5 }), "quiet");
  assertEquals(story("they-left"), "You talked for 5 seconds.");
  assertEquals(
    story("interrupted"),
    `${t("talk.ended.interruptedText")} You talked for 5 seconds.`,
  );
  assertEquals(story("failed"), t("talk.ended.failedText"));
  assertEquals(story("elsewhere"), t("talk.ended.elsewhereText"));
});

Deno.test("who was met can be reported and blocked; where nobody was, nobody can", () => {
  const all = ["Report them", "Block", "Next"];
  for (const reason of ["they-left", "interrupted"] as const) {
    assertEquals(buttons(ended({ reason, talked: 5 })), all);
    // Much can be shown in less than a second.
    assertEquals(buttons(ended({ reason, talked: 0 })), all);
  }
  assertEquals(buttons(ended({ reason: "elsewhere", talked: 5 })), all);
  assertEquals(buttons(ended({ reason: "elsewhere", talked: 0 })), ["Next"]);
  assertEquals(buttons(ended({ reason: "failed", talked: 0 })), ["Next"]);
});

Deno.test("a block is pressed once, unless it did not work", () => {
  const block = (blocking: TalkEndedProps["blocking"]) => {
    const html = ended({ blocking });
    const button = elements(html, "button").find((one) =>
      nameOf(one).trim() === "Block"
    );
    const said = html.includes(t(`talk.ended.block.${blocking}`));
    return [button && "disabled" in button.attributes, said];
  };
  assertEquals(block("none"), [false, true]);
  assertEquals(block("sending"), [true, true]);
  assertEquals(block("failed"), [false, true]);
  assertEquals(block("done"), [undefined, true]);
});

Deno.test("one can go on without a camera where the page allows it", () => {
  const find = (given: Partial<TalkReadyProps>) => {
    const next = elements(ready(given), "button").find(({ attributes }) =>
      attributes.id === "next"
    )!;
    return !("disabled" in next.attributes);
  };
  assertEquals(find({}), true);
  assertEquals(find({ camera: "refused" }), false);
  assertEquals(find({ camera: "refused", canFind: true }), true);
  assertEquals(find({ camera: "asking", canFind: false }), false);
  const without = t("talk.ready.without");
  assert(ready({ camera: "busy", canFind: true }).includes(without));
  assertEquals(ready({ camera: "busy" }).includes(without), false);
});

Deno.test("the step is said on somebody's first way in alone", () => {
  assert(ready({ isFirst: true }).includes("Step 3 of 3"));
  assertEquals(ready({}).includes("Step"), false);
});

Deno.test("nobody is promised that only they see a picture that is not there", () => {
  const promise = t("talk.ready.onlyYou");
  assert(ready({}).includes(promise));
  for (const camera of ["asking", "refused", "missing", "busy"] as const) {
    assertEquals(ready({ camera }).includes(promise), false, camera);
  }
});

Deno.test("the picture says what it alone would leave open, a loss before all else", () => {
  const told = (given: Partial<TalkCallProps>) => {
    const text = textOf(call(given), "told")!;
    return text.replace(/<[^>]+>/g, "");
  };
  assertEquals(told({}), "");
  assertEquals(told({ state: "matched" }), t("talk.call.waiting"));
  assertEquals(told({ theyHide: true }), t("talk.call.theyHide"));
  assertEquals(
    told({ state: "matched", theyHide: true }),
    t("talk.call.waiting"),
  );
  for (const state of ["matched", "live"] as const) {
    assertEquals(
      told({ state, theyHide: true, connection: "back" }),
      t("talk.call.lost"),
    );
  }
});

Deno.test("a report can be taken back while it can, and noted once", () => {
  assertEquals(buttons(reported(SENT)), [
    "Take it back",
    "Add it",
    "Find someone",
  ]);
  assertEquals(buttons(reported({ ...SENT, until: null })), [
    "Add it",
    "Find someone",
  ]);
  assertEquals(buttons(reported({ ...SENT, until: null, noted: true })), [
    "Find someone",
  ]);
});

Deno.test("whatever becomes of a report, the way on is there", () => {
  const reports: ShownReport[] = [
    { step: "sending", reason: "hate", waits: false },
    { step: "sending", reason: "hate", waits: true },
    SENT,
    { step: "withdrawn" },
    { step: "barred" },
    { step: "late", waitMs: 1 },
    { step: "failed" },
  ];
  for (const report of reports) {
    assertEquals(buttons(reported(report)).at(-1), "Find someone");
  }
});

Deno.test("a wait is told in whole minutes, never as none", () => {
  const said = (waitMs: number) =>
    textOf(reported({ step: "late", waitMs }), "quiet") ?? "";
  assert(said(1).includes("in 1 minute"));
  assert(said(60_000).includes("in 1 minute"));
  assert(said(60_001).includes("in 2 minutes"));
});

Deno.test("a report that waits for a connection asks for the page to stay open", () => {
  const text = (waits: boolean) =>
    textOf(reported({ step: "sending", reason: "hate", waits }), "quiet");
  assertEquals(text(true), t("report.after.waits"));
  assertEquals(text(false), t("report.after.sending"));
});
