import { type PolicyDocument, section } from "../text.ts";

export const rules1: PolicyDocument = {
  slug: "rules",
  version: 1,
  title: "House rules",
  inForceSince: "2026-11-23",
  summary: [
    "Adults only. If somebody seems under 18, leave at once and tell the help desk.",
    "Nobody owes you a face, a word or another minute.",
    "No nudity or sex, no threats, no hate.",
    "Do not record, photograph or spread anyone.",
    "Nothing to sell, no links to lure people elsewhere.",
  ],
  body: [
    section(
      "adults",
      "Adults only",
      "You are 18 or older, and older where your law asks for more. If the other person seems younger, leave at once and write to millohelpdesk@gmail.com with the time of the call.",
    ),
    section(
      "owe",
      "Nobody owes you anything",
      "Everyone may leave at any moment without a reason. A camera that is off stays off until its owner decides otherwise. Do not beg, press or pay for more.",
    ),
    section(
      "harm",
      "No nudity or sex, no threats, no hate",
      "Keep your clothes on and your words such that a stranger can stay. No threats against anyone, no contempt for what people are, no praise of violence or of harming yourself.",
    ),
    section(
      "record",
      "Do not record",
      "What happens in a call belongs to the two people in it. No recording, no pictures of the screen, no passing on, no searching for who the other might be.",
    ),
    section(
      "sell",
      "Nothing to sell",
      "No advertising, no asking for money, no links that lure people elsewhere, no programs that pretend to be a person.",
    ),
    section(
      "wrong",
      "When something was wrong",
      "Press Next: it ends the call at once. Then write to millohelpdesk@gmail.com with the time of the call. A person reads it. In danger, call the emergency number of your country first.",
    ),
  ],
};
