import { type PolicyDocument, section } from "../text.ts";

export const privacy2: PolicyDocument = {
  slug: "privacy",
  version: 2,
  title: "Privacy policy",
  inForceSince: "2026-11-23",
  summary: [
    "Your account is a random number. Name, picture, interests, languages and mail address are yours to give or not.",
    "We keep the hours you were here, and the hour, length and end of each call, for 90 days.",
    "Text is delivered and kept for 15 minutes so that it can be checked. Picture and sound are never recorded.",
    "Nothing is sold, there are no ads, and whoever runs things for us is named below.",
    "You can see, take and erase what we keep on one page of your account.",
  ],
  body: [
    section(
      "who",
      "Who can use Millo",
      "Millo is for adults. We ask for your birth date once, compare it, and do not store it. Where the law takes nobody's own word, an independent check tells us yes or no, never your date or document. Whoever is refused keeps a random marker in the browser, and we keep that it was refused and when, nothing else. If we learn that somebody under 18 came in, we delete what we hold about them.",
    ),
    section(
      "give",
      "What you may give us",
      "You need no name, e-mail address or phone number. If you like, your account page takes a username, a picture, interests, languages and a mail address. Each is optional, can be changed or removed there at any time, and beside each stands who sees it: nobody in a call does. A picture is made small and loses place, time and camera before it is kept.",
      "A passkey or a recovery code, if you set one up, lets you back in on another device. Of the code only a scrambled form is kept.",
    ),
    section(
      "record",
      "What we record by ourselves",
      "The hours in which you had the live page open, and for each call the hour, the length and how it ended. You see both in your account.",
      "For each browser that is let in: the kind of device, its system and version, a random identifier, the kind of connection if the browser tells it, and the first part of its network address. You see it among your sessions and can erase it there.",
      "Your full network address carries the connection, as on every site. Only a scrambled form of it is kept, for an hour, against too many tries.",
    ),
    section(
      "use",
      "What it is used for",
      "To let you in, to connect you with another adult, to keep both of you safe, and to answer you. The language that you chose is remembered. During a call, browser and video server measure the connection and choose the quality of the picture by it; none of that is kept.",
      "Three things are done only if you say yes to each: counting your visits in statistics, using your interests and languages to find people, and sending you news by mail. All three are off until you turn them on, and one press turns each off again, under Privacy choices. For now no statistics are made and interests decide no match; your answer counts from the day they would.",
      "What is made of it then are totals and trends only, with no number that stands for fewer than five people, and nobody in them who said no.",
    ),
    section(
      "contact-details",
      "When we write to you",
      "What concerns you comes to the inbox of your account: answers, changes, decisions. It is also mailed if you confirmed an address; for all that is not about the account itself you can turn that off, topic by topic.",
    ),
    section(
      "keep",
      "What we keep",
      "To us you are a random number. This is everything about a person that we keep, written from the same declarations that the software obeys:",
      { kind: "generated", of: "data" },
      "Each kind of record ends by itself after its time. It is kept longer only where the law or a court makes us, and only for as long.",
    ),
    section(
      "call",
      "What happens in a call",
      "You are anonymous to each other: the other person gets no name, number, picture of your account or address of yours. A call has its own random names, made for it and dropped after it. Picture and sound go through video servers with the open software LiveKit, never from one of you to the other directly; they pass through and are not recorded.",
      "What you show and say is seen and heard by somebody we do not know either. We cannot stop them from recording their screen, although the house rules forbid it.",
    ),
    section(
      "providers",
      "Who runs things for us",
      "These handle data so that Millo can run, for that and nothing else:",
      { kind: "generated", of: "providers" },
    ),
    section(
      "others",
      "Who else gets data",
      "Nobody buys it and nobody advertises with it. It is not sold or shared in the sense of Californian law. You can still tell us never to do so, under Do Not Sell or Share My Personal Information at the foot of every page, without an account; the signal Global Privacy Control of your browser counts as the same.",
      "We hand data to an authority only if a valid legal request makes us: a court order, a subpoena, an investigation with the right to ask.",
    ),
    section(
      "cookies",
      "Cookies",
      "Only needed ones, set by Millo and read by nobody else. Each is listed, with its reason and its end, at /policies/cookies",
    ),
    section(
      "rights",
      "Your rights",
      "You may see what we hold about you, take it along, have it corrected, erased or restricted, and object to its use (GDPR). In California you may know, delete and opt out of sale (CCPA). Nobody is treated worse for asking.",
      "At /account/data you see all of it, take a copy of it and erase it at once. At /account you correct it. Consent is withdrawn at /privacy-choices as easily as it was given. To restrict or object, or if you have no account, write to us.",
      "We answer within one month, 45 days in California, and say so if it takes longer. Since an account is only a number, we may ask you to show that it is yours. You may complain to your data protection authority at any time.",
    ),
    section(
      "changes",
      "When this text changes",
      "Every change is a new version with its own number and day. Older versions stay readable, and any two can be compared. You are shown what changed and asked to agree before you meet the next person.",
    ),
    section(
      "contact",
      "Contact",
      "Questions go to the help desk, by the form at /contact or by mail: millohelpdesk@gmail.com. You get a number, and a person answers, in your inbox or by mail.",
    ),
  ],
};
