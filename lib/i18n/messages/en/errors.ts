/** Faults, and what is wrong in a form. */
export const errors = {
  "error.400.action": "Go to the start",
  "error.400.text":
    "We cannot make sense of what your browser sent. Nothing has changed. Go back and try again.",
  "error.400.title": "Not understood",
  "error.403.action": "Start here",
  "error.403.text":
    "First your birth date and two short texts. It takes a minute.",
  "error.403.title": "Not open yet",
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
  "error.code": "Error {status}.",
  "error.mail": "Write to the help desk",
  "error.reference": "Reference for the help desk:",
  "error.restricted.action": "See what we keep about you",
  "error.restricted.text":
    "You asked us to stop using your data, so we cannot find anyone for you. Your account and your data stay open to you.",
  "error.restricted.title": "Calls are off, as you asked",
  "form.errors":
    "{count, plural, one {# thing is not right yet} other {# things are not right yet}}",
  "form.wrong": "We cannot accept this. Change it and try again.",
} as const;
