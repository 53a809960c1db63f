import { type PolicyDocument, section, table } from "../text.ts";

export const privacy1: PolicyDocument = {
  slug: "privacy",
  version: 1,
  title: "Privacy policy",
  inForceSince: "2026-11-23",
  summary: [
    "Your account is a random number. We ask for no name, e-mail address or phone number.",
    "We keep the hours you were here, and the hour, length and end of each call, for 90 days.",
    "Text is delivered and kept for 15 minutes so that it can be checked. Picture and sound are never recorded.",
    "Nothing is sold, there are no ads, and the servers that carry the video are run by us.",
    "The help desk answers what you ask about your data, and erases it when you say so.",
  ],
  body: [
    section(
      "who",
      "Who can use Millo",
      "Millo is for adults. We ask for your birth date once, compare it, and do not store it. Whoever is refused keeps a random marker in the browser, and we keep that it was refused and when, nothing else. If we learn that somebody under 18 came in, we delete what we hold about them.",
    ),
    section(
      "keep",
      "What we keep",
      "To us you are a random number. This is everything that we keep:",
      table(
        "Kinds of data, why, on what ground, how long",
        "What | Why | Ground | How long",
        "Account: a random number, the day it was made, the day it was last used | To let you in | Contract | 365 days after the last use",
        "Session: the fingerprint of your cookie, and the same two days | To know your browser again | Contract | 30 days after the last use",
        "Agreement: which text in which version and language, and when | To show that you agreed | Legal duty | 3 years",
        "Visits: the hours in which you had the live page open | Your history | Contract | 90 days",
        "Your calls: the hour, the length, how each ended | Your history | Contract | 90 days",
        "A call: which two accounts, start and end | To run it and to clear up what went wrong | Contract | 2 days",
        "Text in a call | To check it if something was wrong | Legitimate interest | 15 minutes",
        "Answer of the age question: yes or no, and when, for a random marker in your browser | To keep it a place for adults | Legal duty | Yes: 1 day. No: 365 days",
        "Birth date | Compared once | Legal duty | Never stored",
      ),
      "Your network address carries the connection, as on every site. It is written into none of these.",
    ),
    section(
      "call",
      "What happens in a call",
      "Picture and sound go through video servers that we run with the open software LiveKit. They pass through and are not recorded. The other person gets no name, number or address of yours: a call has its own random names, made for it and dropped after it.",
      "What you show and say is seen and heard by somebody we do not know either. We cannot stop them from recording their screen, although the house rules forbid it.",
    ),
    section(
      "cookies",
      "Cookies",
      "There are two, both needed, both set by Millo and read by nobody else:",
      {
        kind: "list",
        items: [
          "The session cookie lets your browser back into your account, for 30 days.",
          "The gate cookie carries the random marker of the age question until you have agreed to the texts, and for 365 days after a no.",
        ],
      },
    ),
    section(
      "others",
      "Who else gets data",
      "Nobody buys it and nobody advertises with it. It is not sold or shared in the sense of Californian law. We hand data to an authority only if a valid legal request, such as a court order, makes us.",
    ),
    section(
      "rights",
      "Your rights",
      "You may ask what we hold about you, have it corrected, erased or restricted, object to its use, and take it along (GDPR). In California you may know, delete and opt out of sale (CCPA); there is no sale. Nobody is treated worse for asking.",
      "For now the help desk answers all of these: write to millohelpdesk@gmail.com. We answer within one month, 45 days in California, and say so if it takes longer. Since an account is only a number, we may ask you to show that it is yours. You may complain to your data protection authority at any time.",
    ),
    section(
      "changes",
      "When this text changes",
      "Every change is a new version with its own number and day. You are asked to agree to it before you meet the next person.",
    ),
    section(
      "contact",
      "Contact",
      "Questions go to the help desk, where a person answers: millohelpdesk@gmail.com.",
    ),
  ],
};
