import { type PolicyDocument, section } from "../text.ts";

export const rules1: PolicyDocument = {
  slug: "rules",
  version: 1,
  title: "House rules",
  inForceSince: "2026-11-23",
  summary: [
    "Adults only. If someone seems under 18, leave at once and tell the help desk.",
    "Nobody owes you a face, a word or another minute.",
    "No nudity or sex, no threats, no hate.",
    "Do not record, photograph or spread anyone.",
    "No selling, and no links that lure people elsewhere.",
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
      "Everyone may leave at any moment without a reason. A camera that is off stays off until its owner decides otherwise. Do not beg for more, press for more or pay for more.",
    ),
    section(
      "harm",
      "No nudity or sex, no threats, no hate",
      "Keep your clothes on, and speak so that a stranger would want to stay. No threats, no contempt for what people are, no praise of violence or self-harm.",
    ),
    section(
      "record",
      "Do not record",
      "What happens in a call belongs to the two people in it. Do not record, take pictures of the screen, pass anything on, or try to find out who the other person is.",
    ),
    section(
      "sell",
      "No selling",
      "No advertising, no asking for money, no links that lure people elsewhere, and no programs that pretend to be a person.",
    ),
    section(
      "wrong",
      "When something was wrong",
      "Press Next: it ends the call at once. Then write to millohelpdesk@gmail.com with the time of the call. A person reads it. If you are in danger, call your country's emergency number first.",
    ),
  ],
};
