/** Faults, and what is wrong in a form. */
export const errors = {
  "fault.400.action": "Go to the start",
  "fault.400.text":
    "We cannot make sense of what your browser sent. Nothing has changed. Go back and try again.",
  "fault.400.title": "Not understood",
  "fault.403.action": "Go to the start",
  "fault.403.text": "This is not open to you, and nothing has changed.",
  "fault.403.title": "Not open to you",
  "fault.404.action": "Go to the start",
  "fault.404.text":
    "This page does not exist, or is not yours to see. If a link on Millo brought you here, that is our mistake.",
  "fault.404.title": "Nobody at this address",
  "fault.405.action": "Go to the start",
  "fault.405.text":
    "This address does not accept what your browser sent. Nothing has changed. Go back and use the form there.",
  "fault.405.title": "Not possible here",
  "fault.413.action": "Go to the start",
  "fault.413.text":
    "What your browser sent is larger than we accept. Nothing has changed. Go back and send less.",
  "fault.413.title": "That was too much",
  "fault.415.action": "Go to the start",
  "fault.415.text":
    "Your browser sent this in a form that we cannot read. Nothing has changed. Go back and use the form there.",
  "fault.415.title": "Not a form of ours",
  "fault.422.action": "Go to the start",
  "fault.422.text":
    "Something in the form is not right yet. Nothing has changed. Go back and look at what is marked there.",
  "fault.422.title": "Not right yet",
  "fault.429.action": "Go to the start",
  "fault.429.text": "That was too fast. Wait a moment, then try again.",
  "fault.429.title": "Too many tries",
  "fault.429.wait":
    "That was too fast. Wait {seconds, plural, one {# second} other {# seconds}}, then try again.",
  "fault.500.action": "Go to the start",
  "fault.500.text":
    "The mistake is ours, and nothing has changed. Try again, and tell the help desk if it happens twice.",
  "fault.500.title": "Something broke here",
  "fault.503.action": "Go to the start",
  "fault.503.text":
    "Millo cannot answer right now. Nothing of yours is lost. Try again in a minute.",
  "fault.503.title": "Back in a moment",
  "fault.age.action": "Go to the start",
  "fault.age.text":
    "By the birth date that was entered in this browser, we cannot let you in, and nothing has changed. If the date was wrong, write to the help desk. A person answers.",
  "fault.age.title": "Millo is not open to you",
  "fault.barred.action": "Say so to the help desk",
  "fault.barred.text":
    "Someone who used this browser or this passkey is banned from Millo. While the ban lasts, no other account can begin here. If that was you, the message about the ban says how to appeal, and its number opens it in any browser. If it was somebody else, on a shared computer for example, tell the help desk. A person looks at it and answers.",
  "fault.barred.title": "This browser is barred",
  "fault.gate.action": "Start here",
  "fault.gate.text":
    "First your birth date and two short texts. It takes a minute. Nothing has changed until then.",
  "fault.gate.title": "Not open yet",
  "fault.lapsed.action": "Sign in again",
  "fault.lapsed.text":
    "30 minutes went by without a press, and nothing has changed. Sign in again in another window, then reload this page: what you typed is sent once more.",
  "fault.lapsed.title": "Your session has ended",
  "fault.mail": "Write to the help desk",
  "fault.manyPasskeys.action": "Go to your keys",
  "fault.manyPasskeys.text":
    "You have as many passkeys as an account can have. Remove one that you no longer use, then add this one.",
  "fault.manyPasskeys.title": "No room for another passkey",
  "fault.origin.action": "Go to the start",
  "fault.origin.text":
    "Your browser says that a page outside Millo sent this, so we did nothing with it. If you pressed a button on Millo, load that page again and press it once more.",
  "fault.origin.title": "This came from somewhere else",
  "fault.passkey.action": "Go to the start",
  "fault.passkey.text":
    "We do not know this passkey, or too much time went by. Nothing has changed. Try again, or use another passkey or a code.",
  "fault.passkey.title": "That passkey did not work",
  "fault.permission.action": "Go to the back office",
  "fault.permission.text":
    "Your role does not let you do this, and nothing has changed. If you need it, ask an administrator.",
  "fault.permission.title": "Not part of your role",
  "fault.reference": "Reference for the help desk:",
  "fault.reporting.action": "Read the decision",
  "fault.reporting.text":
    "A decision keeps you from reporting for a time. You two never meet again all the same. You can always report that somebody is in danger, is threatened or seems under 18.",
  "fault.reporting.title": "You cannot report for now",
  "fault.restricted.action": "See what we keep about you",
  "fault.restricted.text":
    "You asked us to stop using your data, so we cannot find anyone for you. Your account and your data stay open to you.",
  "fault.restricted.title": "Calls are off, as you asked",
  "fault.signedOut.action": "Go to the start",
  "fault.signedOut.text":
    "Nothing was erased just now, because nobody is signed in here. If you pressed the button before, your account is gone already.",
  "fault.signedOut.title": "You are not signed in",
  "fault.socket.action": "Go to the live page",
  "fault.socket.text":
    "The live page keeps its connection at this address. There is nothing here to read.",
  "fault.socket.title": "Not a page",
  "fault.status": "Error {status}.",
  "fault.unproven.action": "Show a key",
  "fault.unproven.text":
    "Before keys are added or removed, show one again: a passkey or the recovery code. Nothing has changed.",
  "fault.unproven.title": "First show a key",
  "form.bytes":
    "Some of these characters take a lot of room, so this is too long. Shorten it.",
  "form.errors":
    "{count, plural, one {# thing is not right yet} other {# things are not right yet}}",
  "form.marks":
    "Some letters here carry more marks than can be read. Take some of the marks away.",
  "form.wrong": "We cannot accept this. Change it and try again.",
} as const;
