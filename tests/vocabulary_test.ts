import { assertEquals } from "@std/assert";

/**
 * Words that meant several things, or a thing that has a name in the field, and
 * what to write in their place. They fail as a part of any identifier, such as
 * `mayEnter` of `may`; prose and quoted text are free.
 */
const FORBIDDEN = new Map(Object.entries({
  because: "reason",
  bell: "channel",
  bells: "channels",
  bury: "addTombstone",
  chatter: "member",
  custody: "RawStore, rawWrites",
  deck: "CallControls",
  desk: "support",
  durable: "atomic_file",
  floor: "LiveHub",
  gauge: "ConnectionLimiter",
  gladness: "quality",
  hinted: "FormField",
  hush: "visually-hidden",
  learns: "WhatOthersSee",
  needle: "searchTerm",
  needles: "searchTerms",
  patience: "timeout, retry",
  pieces: "chunks",
  upkeep: "maintenance, jobs",
  vouch: "assertExists",
}));

/** Names that are wrong only whole: their words are good ones elsewhere. */
const NAMES = new Map(Object.entries({
  FaultCode: "FaultReason; a code is what a person types to prove something",
  LanguageCode: "LanguageTag",
  REASON_CODES: "REASON_IDS",
  ReasonCode: "ReasonId",
  ErrorPage: "FaultWordsPage; an error is thrown or stands in a form",
  comeAgain: "unprocessable",
  comeBack: "signIn",
  doorOf: "stageOf",
  holdLease: "acquireLease; a hold keeps data by order",
  letIn: "enrol",
  logFault: "logError; a fault is what a person or program is told",
  onFault: "onError",
}));

/** Words that are good apart, and give one of them a second meaning together. */
const TOGETHER: readonly (readonly [string, string, string])[] = [
  ["staff", "member", "StaffAccount; a member is a person who uses Millo"],
  ["staff", "members", "staffAccounts; members are people who use Millo"],
];

/** The same outside of tests, where Playwright calls its browsers so. */
const NOT_IN_THE_APP = new Map(Object.entries({
  context: "deps, facts; ctx is what Fresh hands to a handler",
}));

/** The same for whole names: a test's PAGE is the HTML of one. */
const NAMES_IN_THE_APP = new Map(Object.entries({
  PAGE: "BATCH_SIZE, or PAGE_SIZE for what stands on one web page",
}));

/** What the platform, Fresh, Preact and prom-client call by these words. */
const NOT_OURS = /\bMath\.floor\b|\bGauge\b|\b(use|create|get)?Context\b/g;

/** CSS classes by the old names. */
const CLASSES = ["acts", "deck", "hush"];

const sources = await read(["lib", "routes", "islands", "components", "tests"]);

Deno.test("no identifier is made of a word that was given up", () => {
  const found = sources
    .filter(({ path }) => /\.tsx?$/.test(path) && !isThis(path))
    .flatMap(({ path, text }) =>
      identifiersIn(text).flatMap((name) => {
        const better = betterThan(name, path.startsWith("tests/"));
        return better ? [`${path}: ${name} is ${better}`] : [];
      })
    );
  assertEquals(found, []);
});

Deno.test("no file is named by such a word either", () => {
  const found = sources.map(({ path }) => path).filter((path) =>
    path.split(/[/_.-]/).flatMap(wordsOf).some((word) => FORBIDDEN.has(word))
  );
  assertEquals(found, []);
});

Deno.test("nor a class of the style sheets", async () => {
  const found = (await read(["static/styles"])).flatMap(({ path, text }) =>
    [...text.matchAll(/\.([a-z][\w-]*)/g)]
      .filter(([, name]) => CLASSES.includes(name))
      .map(([, name]) => `${path}: .${name}`)
  );
  assertEquals(found, []);
});

Deno.test("words are read out of every way to write a name", () => {
  assertEquals(wordsOf("CLOSE_PATIENCE_MS"), ["close", "patience", "ms"]);
  assertEquals(wordsOf("openDesk"), ["open", "desk"]);
  assertEquals(wordsOf("deskAnswered"), ["desk", "answered"]);
  assertEquals(
    identifiersIn('/** A desk. */ const a = "desk"; // desk\nopenDesk();'),
    ["const", "a", "openDesk"],
  );
});

/** What to write instead of a name, where it was given up. */
function betterThan(name: string, inTest: boolean): string | undefined {
  // A bound is called MAX_ everywhere; in a sentence such words are good.
  if (/^(MOST|LARGEST|LONGEST|SHORTEST)(_|$)/.test(name)) return "MAX_ or MIN_";
  const forbidden = inTest
    ? FORBIDDEN
    : new Map([...FORBIDDEN, ...NOT_IN_THE_APP]);
  const words = wordsOf(name);
  return NAMES.get(name) ?? (inTest ? undefined : NAMES_IN_THE_APP.get(name)) ??
    words.map((word) => forbidden.get(word))
      .find(Boolean) ??
    TOGETHER.find(([a, b]) => words.includes(a) && words.includes(b))?.[2];
}

function isThis(path: string): boolean {
  return path === "tests/vocabulary_test.ts";
}

/** What stands in code: neither in a comment nor in a text. */
function identifiersIn(text: string): string[] {
  const code = text
    .replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, " ")
    .replace(/`[^`]*`/g, (text) => text.match(/\$\{[^}]*\}/g)?.join() ?? "")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, " ")
    .replace(/\/(?! )(?:[^/\n\\]|\\.)+\/[a-z]*(?=[.,;)])/g, " ")
    .replace(NOT_OURS, " ");
  return [...new Set(code.match(/[A-Za-z_$][\w$]*/g) ?? [])];
}

function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [])
    .map((word) => word.toLowerCase());
}

async function read(folders: string[]) {
  const found: { path: string; text: string }[] = [];
  for (const folder of folders) {
    for await (const { name, isDirectory } of Deno.readDir(folder)) {
      const path = `${folder}/${name}`;
      if (isDirectory) found.push(...await read([path]));
      else if (/\.(tsx?|css)$/.test(name)) {
        found.push({ path, text: await Deno.readTextFile(path) });
      }
    }
  }
  return found;
}
