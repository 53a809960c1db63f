/** The form to the help desk. */
export const contact = {
  "contact.about.account": "My account, or getting in",
  "contact.about.call": "A call, the camera or the sound",
  "contact.about.choose": "Choose a subject",
  "contact.about.label": "What is it about?",
  "contact.about.other": "Something else",
  "contact.about.privacy": "My data and my rights",
  "contact.about.safety": "Safety, or somebody I met",
  "contact.again": "Write another message",
  "contact.direct": "Or email us at",
  "contact.error.about": "Choose what it is about.",
  "contact.error.address":
    "Enter an address such as name@example.org, so that we can answer.",
  "contact.error.addressScript":
    "At the moment we can only send email to addresses with the letters a to z before the @. Please use another address.",
  "contact.error.erased":
    "Your account is being erased, so this was not sent. Give an email address for the answer, then send it again.",
  "contact.error.text": "Tell us what we can help with.",
  "contact.error.textLong":
    "That is too long. Keep it to 4,000 characters or fewer.",
  "contact.error.trap":
    "This field is a trap for machines, and something filled it in. Empty it, then send again.",
  "contact.field.address": "Your email address",
  "contact.field.addressOptional": "Your email address (optional)",
  "contact.field.text": "Your message",
  "contact.field.trap": "Leave this empty",
  "contact.hint.address":
    "Used for this answer and for nothing else. We delete it with your message, after six months.",
  "contact.hint.addressOptional":
    "Without one, the answer goes to your inbox. With one, it is emailed there as well.",
  "contact.hint.again": "This is about your message {number}.",
  "contact.hint.text":
    "Tell us what happened and what you expected. Please leave out passwords and other people's real names.",
  "contact.lead":
    "A person reads every message and answers, usually within two days.",
  "contact.noMail":
    "We cannot send email from here right now, and without an account there is no inbox. Email us instead, and we will answer.",
  "contact.sent.inbox": "The answer will come to your inbox.",
  "contact.sent.keep":
    "Write the number down, or keep this page. We will ask for it if you contact us again.",
  "contact.sent.mail": "The answer will come to the address you gave.",
  "contact.sent.number": "Number of your message",
  "contact.sent.title": "We have your message",
  "contact.submit": "Send",
  "contact.title": "Write to the help desk",
} as const;
