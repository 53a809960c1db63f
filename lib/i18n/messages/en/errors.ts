/** Faults, and what is wrong in a form. */
export const errors = {
  "error.400.action": "Go to the start",
  "error.400.text":
    "We cannot make sense of what your browser sent. Nothing has changed. Go back and try again.",
  "error.400.title": "Not understood",
  "error.403.action": "Go to the start",
  "error.403.text": "This is not open to you, and nothing has changed.",
  "error.403.title": "Not open to you",
  "error.404.action": "Go to the start",
  "error.404.text":
    "This page does not exist, or is not yours to see. If a link on Millo brought you here, that is our mistake.",
  "error.404.title": "Nobody at this address",
  "error.405.action": "Go to the start",
  "error.405.text":
    "This address does not accept what your browser sent. Nothing has changed. Go back and use the form there.",
  "error.405.title": "Not possible here",
  "error.413.action": "Go to the start",
  "error.413.text":
    "What your browser sent is larger than we accept. Nothing has changed. Go back and send less.",
  "error.413.title": "That was too much",
  "error.415.action": "Go to the start",
  "error.415.text":
    "Your browser sent this in a form that we cannot read. Nothing has changed. Go back and use the form there.",
  "error.415.title": "Not a form of ours",
  "error.422.action": "Go to the start",
  "error.422.text":
    "Something in the form is not right yet. Nothing has changed. Go back and look at what is marked there.",
  "error.422.title": "Not right yet",
  "error.429.action": "Go to the start",
  "error.429.text": "That was too fast. Wait a moment, then try again.",
  "error.429.title": "Too many tries",
  "error.429.wait":
    "That was too fast. Wait {seconds, plural, one {# second} other {# seconds}}, then try again.",
  "error.500.action": "Go to the start",
  "error.500.text":
    "The mistake is ours, and nothing has changed. Try again, and tell the help desk if it happens twice.",
  "error.500.title": "Something broke here",
  "error.503.action": "Go to the start",
  "error.503.text":
    "Millo cannot answer right now. Nothing of yours is lost. Try again in a minute.",
  "error.503.title": "Back in a moment",
  "error.age.action": "Go to the start",
  "error.age.text":
    "By the birth date that was entered in this browser, we cannot let you in, and nothing has changed. If the date was wrong, write to the help desk. A person answers.",
  "error.age.title": "Millo is not open to you",
  "error.code": "Error {status}.",
  "error.gate.action": "Start here",
  "error.gate.text":
    "First your birth date and two short texts. It takes a minute. Nothing has changed until then.",
  "error.gate.title": "Not open yet",
  "error.mail": "Write to the help desk",
  "error.manyPasskeys.action": "Go to your keys",
  "error.manyPasskeys.text":
    "You have as many passkeys as an account can have. Remove one that you no longer use, then add this one.",
  "error.manyPasskeys.title": "No room for another passkey",
  "error.origin.action": "Go to the start",
  "error.origin.text":
    "Your browser says that a page outside Millo sent this, so we did nothing with it. If you pressed a button on Millo, load that page again and press it once more.",
  "error.origin.title": "This came from somewhere else",
  "error.passkey.action": "Go to the start",
  "error.passkey.text":
    "We do not know this passkey, or too much time went by. Nothing has changed. Try again, or use another passkey or a code.",
  "error.passkey.title": "That passkey did not work",
  "error.permission.action": "Go to the back office",
  "error.permission.text":
    "Your role does not let you do this, and nothing has changed. If you need it, ask an administrator.",
  "error.permission.title": "Not part of your role",
  "error.reference": "Reference for the help desk:",
  "error.restricted.action": "See what we keep about you",
  "error.restricted.text":
    "You asked us to stop using your data, so we cannot find anyone for you. Your account and your data stay open to you.",
  "error.restricted.title": "Calls are off, as you asked",
  "error.signedOut.action": "Go to the start",
  "error.signedOut.text":
    "Nothing was erased just now, because nobody is signed in here. If you pressed the button before, your account is gone already.",
  "error.signedOut.title": "You are not signed in",
  "error.socket.action": "Go to the live page",
  "error.socket.text":
    "The live page keeps its connection at this address. There is nothing here to read.",
  "error.socket.title": "Not a page",
  "error.unproven.action": "Show a key",
  "error.unproven.text":
    "Before keys are added or removed, show one again: a passkey or the recovery code. Nothing has changed.",
  "error.unproven.title": "First show a key",
  "form.bytes":
    "Some of these characters take a lot of room, so this is too long. Shorten it.",
  "form.errors":
    "{count, plural, one {# thing is not right yet} other {# things are not right yet}}",
  "form.marks":
    "Some letters here carry more marks than can be read. Take some of the marks away.",
  "form.wrong": "We cannot accept this. Change it and try again.",
} as const;
