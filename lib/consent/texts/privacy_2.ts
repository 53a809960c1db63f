import { type PolicyDocument, section } from "../text.ts";

export const privacy2: PolicyDocument = {
  slug: "privacy",
  version: 2,
  title: "Privacy policy",
  inForceSince: "2026-11-23",
  summary: [
    "Your account is a random number. Name, picture, interests, languages and email address are yours to give or not.",
    "We keep the hours you were here, and the hour, length and end of each call, for 90 days.",
    "Text is delivered and kept for 15 minutes so that it can be checked. Picture and sound are never recorded.",
    "Nothing is sold, there are no ads, and everyone who runs things for us is named below.",
    "You can see, take and erase what we keep, on one page of your account.",
  ],
  body: [
    section(
      "who",
      "Who can use Millo",
      "Millo is for adults. We ask for your birth date once, compare it, and do not store it. Where the law does not accept your own word, an independent check tells us yes or no, never your date or document. If you are refused, your browser keeps a random marker, and we keep that it was refused and when, nothing else. If we learn that someone under 18 got in, we delete what we hold about them.",
    ),
    section(
      "give",
      "What you may give us",
      "You need no name, email address or phone number. If you like, you can add a username, a picture, interests, languages and an email address to your account. Each is optional, can be changed or removed at any time, and says who sees it: nobody in a call does. Before we keep a picture, we make it small and remove the place, time and camera from it.",
      "A passkey or a recovery code, if you set one up, lets you back in on another device. We keep the code only in scrambled form.",
    ),
    section(
      "record",
      "What we record ourselves",
      "The hours in which you had the live page open, and for each call the hour, the length and how it ended. You see both in your account.",
      "For each browser that is signed in: the kind of device, its system and version, a random identifier, the kind of connection if the browser tells it, and the first part of its network address. You see it among your sessions and can erase it there.",
      "Once you have an account, a random mark in your browser tells it apart from others. If you are banned, scrambled forms of that mark, of your passkeys and of your confirmed address are kept until the ban ends, for two years at most, also after an erasure. They only serve to recognise a new account. You can object, and a person looks at it.",
      "As on every site, your full network address is needed for the connection. We keep it only in scrambled form, for an hour, to stop too many tries.",
    ),
    section(
      "use",
      "What it is used for",
      "To let you in, to connect you with another adult, to keep both of you safe, and to answer you. We remember the language you chose. During a call, your browser and the video server measure the connection and set the picture quality to match; none of that is kept.",
      "We do three things only if you agree to each: count your visits in statistics, use your interests and languages to find people, and send you news by email. All three are off until you turn them on, and you can turn each off again under Privacy choices. We do not make statistics or match by interests yet; your answer applies from the day we do.",
      "Statistics will be totals and trends only: no number will stand for fewer than five people, and nobody who said no will be in them.",
    ),
    section(
      "contact-details",
      "When we write to you",
      "Whatever concerns you goes to the inbox of your account: answers, changes, decisions. If you have confirmed an address, we also email it. You can turn that off topic by topic, except for what is about the account itself.",
    ),
    section(
      "keep",
      "What we keep",
      "To us you are a random number. This is everything we keep about a person, written from the same declarations that the software obeys:",
      { kind: "generated", of: "data" },
      "Each kind of record is deleted automatically when its time is up. We keep it longer only where the law or a court requires it, and only for as long as that lasts.",
    ),
    section(
      "call",
      "What happens in a call",
      "You are anonymous to each other: the other person does not get your name, number, account picture or address. Each call uses its own random names, made for it and dropped after it. Picture and sound go through video servers running the open-source software LiveKit, never directly from one of you to the other; they pass through and are not recorded.",
      "What you show and say is seen and heard by someone we do not know either. We cannot stop them from recording their screen, although the house rules forbid it.",
    ),
    section(
      "providers",
      "Who runs things for us",
      "These companies handle data so that Millo can run, and for nothing else:",
      { kind: "generated", of: "providers" },
    ),
    section(
      "others",
      "Who else gets data",
      "Nobody buys it and nobody advertises with it. It is not sold or shared as California law defines those words. You can still tell us never to do so, under Do Not Sell or Share My Personal Information at the foot of every page, without an account. If your browser sends Global Privacy Control, that counts as the same request.",
      "We hand data to an authority only if a valid legal request requires it: a court order, a subpoena, or an investigation that has the right to ask.",
    ),
    section(
      "cookies",
      "Cookies",
      "Only the ones Millo needs, set by Millo and read by nobody else. Each is listed, with what it is for and how long it lasts, at /policies/cookies",
    ),
    section(
      "rights",
      "Your rights",
      "You may see what we hold about you, take it along, have it corrected, erased or restricted, and object to its use (GDPR). In California you may know, delete and opt out of sale (CCPA). Nobody is treated worse for asking.",
      "At /account/data you can see all of it, take a copy and erase it at once. At /account you can correct it. At /privacy-choices you can withdraw consent as easily as you gave it. To restrict or object, or if you have no account, write to us.",
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
      "Send questions to the help desk, with the form at /contact or by email: millohelpdesk@gmail.com. You get a number, and a person answers, in your inbox or by email.",
    ),
  ],
};
