export const en = {
  "access.calls.aloud":
    "When someone arrives, when they leave and when a call is interrupted, a screen reader says so at once. Looking for someone and messages are said when nothing else is being said.",
  "access.calls.keys":
    "Everything is a button that Tab reaches, in the order in which it is seen. The keys below are faster ways to the same buttons. None acts in a text field, together with Ctrl, Alt or the command key, or while a menu is open.",
  "access.calls.text":
    "You can take part without a camera, without a microphone or without both: there is text beside the picture. Speech is not turned into captions.",
  "access.calls.title": "In a call",
  "access.contact.text":
    "Write to the help desk and say what you tried, on which page, and with what. A person answers. If the answer does not help, the authority that watches over accessibility where you live takes complaints.",
  "access.contact.title": "If something stops you",
  "access.keys.camera": "Camera on or off",
  "access.keys.mute": "Microphone on or off",
  "access.keys.next": "Next person, in a call or after one",
  "access.keys.stop": "Stop looking",
  "access.keys.title": "All keys",
  "access.lead":
    "Millo is to be usable by everyone who may use it, by eye, by ear, by keyboard and by touch. This page says how far that is true.",
  "access.limits.captions":
    "Calls have no captions and no sign language interpreter; the other person may not type.",
  "access.limits.picture":
    "Text over a moving picture stands on a dark ground, but what the other person shows is theirs: it may flash or have little contrast. Next ends it.",
  "access.limits.script":
    "The call itself needs JavaScript, a camera permission of the browser and WebRTC. All other pages work without any of them.",
  "access.limits.title": "What does not work yet",
  "access.pages.motion":
    "Nothing moves if your device asks for less motion, and there is nothing that flashes.",
  "access.pages.size":
    "Pages fit a screen 320 pixels wide and text at twice its size, without sideways scrolling. Everything to press is at least 44 pixels high, unless it stands within a sentence.",
  "access.pages.text":
    "Colours follow your device, light or dark, and every text keeps a contrast of at least 4.5 to 1. No colour stands alone: there is a word beside it.",
  "access.pages.title": "On every page",
  "access.proof.text":
    "We aim at WCAG 2.2, level AA. Before every change goes out, each page is checked by axe-core on a phone and on a desktop, light and dark and at twice the text size, and the way from the first page into a call is walked by keyboard alone. People with disabilities have not tested it yet.",
  "access.proof.title": "How we know",
  "access.title": "Accessibility",

  "account.back": "Account",
  "account.contact.ask": "Send me a code",
  "account.contact.code": "Code",
  "account.contact.codeHint":
    "Six digits, from the mail to {address}. It is good for ten minutes and three tries.",
  "account.contact.confirm": "Confirm this address",
  "account.contact.field": "Mail address",
  "account.contact.lead":
    "Optional. We write there only about what you choose, and to answer you. Nobody in a call sees it.",
  "account.contact.none": "You gave no address.",
  "account.contact.now": "Now",
  "account.contact.remove": "Remove the address",
  "account.contact.title": "Contact address",
  "account.data.basis": "Ground",
  "account.data.copy.act": "Make my copy",
  "account.data.copy.fresh": "You have just shown that it is you.",
  "account.data.copy.none":
    "You have no passkey and no recovery code yet, so you set one up first: that keeps others from taking your data with this browser.",
  "account.data.copy.stale": "You show your passkey or recovery code first.",
  "account.data.copy.text":
    "A ZIP with a page to read and files for machines, and with what the law says you may know about all of it.",
  "account.data.copy.title": "Take a copy",
  "account.data.erase.act": "See what would be erased",
  "account.data.erase.text":
    "First you see what goes and what the law makes us keep. Then it happens at once.",
  "account.data.erase.title": "Erase everything",
  "account.data.kept": "Kept for",
  "account.data.lead":
    "{records, plural, one {# record} other {# records}} in {kinds, plural, one {# kind} other {# kinds}}, each with its reason. This is all there is.",
  "account.data.none": "nothing",
  "account.data.purpose": "Why",
  "account.data.records": "{count, plural, one {# record} other {# records}}",
  "account.data.title": "What we keep about you",
  "account.device.bytes": "{count, plural, one {# byte} other {# bytes}}",
  "account.erasure.act": "Erase it all now",
  "account.erasure.deleted": "Erased",
  "account.erasure.held": "Kept, as the law requires",
  "account.erasure.kept": "Kept, because",
  "account.erasure.keptLaw": "the law requires it",
  "account.erasure.keptNo": "Nothing is kept.",
  "account.erasure.keptOne": "{collection}: {reason}",
  "account.erasure.kind": "Kind",
  "account.erasure.lead":
    "Nothing has happened yet. This is what erasing does, counted now. It ends your call and your sessions, and cannot be undone.",
  "account.erasure.outcome": "What happens",
  "account.erasure.records": "Records",
  "account.erasure.sure": "Erase all of it. I know that it cannot be undone.",
  "account.erasure.title": "What would be erased",
  "account.erasure.unlinked": "Your name in it is removed",
  "account.erasure.until": "until {date}",
  "account.erasure.untilReleased": "until it is released",
  "account.error.address": "Enter a mail address, such as name@example.org.",
  "account.error.code": "Enter the six digits of the code.",
  "account.error.codeOver": "This code is over. Have a new one sent.",
  "account.error.codeWrong": "That is not the code. Look at the mail again.",
  "account.error.interest": "Make each interest 30 characters or shorter.",
  "account.error.interests": "Name 10 interests or fewer.",
  "account.error.languages": "Choose languages from the list.",
  "account.error.many":
    "You have 5 passkeys, which is the most. Remove one first.",
  "account.error.noMail":
    "This Millo sends no mail at the moment, so an address cannot be confirmed. Answers come to your inbox.",
  "account.error.picture.broken":
    "This file cannot be read as a picture. Save it again, or choose another.",
  "account.error.picture.busy":
    "Others are sending pictures at this moment. Send yours again in a minute.",
  "account.error.picture.kind": "Choose a JPEG, PNG or WebP picture.",
  "account.error.picture.none": "Choose a picture first.",
  "account.error.picture.pixels":
    "This picture has too many pixels. Choose one of 50 megapixels or fewer.",
  "account.error.recovery.other":
    "That code belongs to another account than the one you are in. End this session first if you want to change over.",
  "account.error.recovery.unknown":
    "No account has this code. Check each group, or use a passkey.",
  "account.error.soon":
    "A code was sent within the last minute. Look for it, or wait a moment.",
  "account.error.stale":
    "You saved this in another window meanwhile. Below is what you typed here; press Save to keep it instead.",
  "account.error.sure": "Tick that you want it all erased.",
  "account.error.unproven":
    "Show your passkey or recovery code once more, then do this again within five minutes.",
  "account.error.username": "Make the name 30 characters or shorter.",
  "account.history.calls": "Calls",
  "account.history.lead":
    "When you used Millo, to the hour, and how long each call was. Nothing is kept here about who you met. It ends after 90 days.",
  "account.history.length": "Length",
  "account.history.lengthText":
    "{minutes, plural, =0 {} one {# minute } other {# minutes }}{seconds, plural, one {# second} other {# seconds}}",
  "account.history.none": "None in the last 90 days.",
  "account.history.title": "Visits and calls",
  "account.history.visits": "Visits",
  "account.history.when": "Hour",
  "account.interests": "Interests",
  "account.interestsHint":
    "At most 10, with commas between them. Nobody in a call sees the list.",
  "account.keys.add": "Add a passkey",
  "account.keys.adding": "Your browser asks you now",
  "account.keys.code.act": "Make a recovery code",
  "account.keys.code.again": "Make a new one",
  "account.keys.code.made":
    "Made on {date}. Only a scrambled form of it is kept; we cannot show it again.",
  "account.keys.code.none": "You have none.",
  "account.keys.code.replaces": "A new one makes the old one useless.",
  "account.keys.code.title": "Recovery code",
  "account.keys.failed": "That did not work. Nothing was changed; try again.",
  "account.keys.lead":
    "Your account is a random number, known by this browser. A passkey or a recovery code brings you back on another device, or when this browser forgets.",
  "account.keys.none": "You have none.",
  "account.keys.passkey.title": "Passkeys",
  "account.keys.passkey.used": "Added {created}, last used {used}",
  "account.keys.prove": "Show a key again",
  "account.keys.remove": "Remove",
  "account.keys.removeCode": "Remove the code",
  "account.keys.shown.done": "I have written it down",
  "account.keys.shown.label": "Your recovery code",
  "account.keys.shown.text":
    "Write it down or keep it in a password manager. It is shown this once. Whoever has it can come in as you.",
  "account.keys.shown.title": "Keep this code",
  "account.keys.stale": "To change these, show one of them again first.",
  "account.keys.title": "Ways back in",
  "account.language.ar": "Arabic",
  "account.language.bn": "Bengali",
  "account.language.cs": "Czech",
  "account.language.de": "German",
  "account.language.el": "Greek",
  "account.language.en": "English",
  "account.language.es": "Spanish",
  "account.language.fa": "Persian",
  "account.language.fr": "French",
  "account.language.he": "Hebrew",
  "account.language.hi": "Hindi",
  "account.language.hu": "Hungarian",
  "account.language.id": "Indonesian",
  "account.language.it": "Italian",
  "account.language.ja": "Japanese",
  "account.language.ko": "Korean",
  "account.language.nl": "Dutch",
  "account.language.pl": "Polish",
  "account.language.pt": "Portuguese",
  "account.language.ro": "Romanian",
  "account.language.ru": "Russian",
  "account.language.sv": "Swedish",
  "account.language.sw": "Swahili",
  "account.language.tr": "Turkish",
  "account.language.uk": "Ukrainian",
  "account.language.ur": "Urdu",
  "account.language.vi": "Vietnamese",
  "account.language.zh": "Chinese",
  "account.languages": "Languages you speak",
  "account.languagesHint": "Nobody in a call sees the list.",
  "account.lead":
    "You need none of this to meet people. Nobody in a call sees any of it; beside each field stands who does.",
  "account.more": "More of your account",
  "account.more.contact": "Where we can write to you, if you like",
  "account.more.data": "See all of it, take a copy, erase it",
  "account.more.history": "When you were here, and for how long",
  "account.more.keys": "A passkey or a recovery code, for another device",
  "account.more.picture": "A small picture of your own",
  "account.more.sessions":
    "Where you are let in, and what we know of those devices",
  "account.picture.act": "Save the picture",
  "account.picture.alt": "Your picture",
  "account.picture.field": "Picture",
  "account.picture.hint":
    "JPEG, PNG or WebP, 8 MB or less. We cut it square, make it small, and remove place, time and camera from it.",
  "account.picture.lead": "Optional. Only you see it: nobody in a call does.",
  "account.picture.remove": "Remove the picture",
  "account.picture.title": "Picture",
  "account.profile": "About you",
  "account.receipt.erased": "Records erased",
  "account.receipt.keep":
    "Keep this address if you want to see it again; it is here for 90 days. We no longer know who you are.",
  "account.receipt.kept": "Records kept, because the law requires it",
  "account.receipt.number": "Receipt",
  "account.receipt.running": "Being erased",
  "account.receipt.title": "Erased",
  "account.receipt.unlinked": "Records that no longer name you",
  "account.return.act": "Let me in",
  "account.return.code": "Recovery code",
  "account.return.codeHint":
    "Six groups of five letters and digits. Capitals and dashes do not matter.",
  "account.return.failed":
    "That passkey did not work here. Try again, or use the recovery code.",
  "account.return.lead":
    "Use the passkey or the recovery code of your account. We cannot bring you back without one of them, because we do not know who you are.",
  "account.return.passkey": "Use a passkey",
  "account.return.prove": "Show that it is you",
  "account.return.proveLead":
    "For this we ask for your passkey or recovery code once more. It counts for five minutes.",
  "account.return.title": "Come back to your account",
  "account.return.waiting": "Your browser asks you now",
  "account.save": "Save",
  "account.saved": "Saved.",
  "account.sessions.all": "End all sessions",
  "account.sessions.allText": "You are then outside here, too.",
  "account.sessions.connection": "Connection",
  "account.sessions.current": "This browser",
  "account.sessions.device": "Device",
  "account.sessions.end": "End",
  "account.sessions.endCurrent": "End this session",
  "account.sessions.forget": "Erase the device record",
  "account.sessions.forgotten":
    "No device record. None is made again for this session.",
  "account.sessions.identifier": "Identifier, random",
  "account.sessions.keyless":
    "You have no passkey and no recovery code. Once this session ends, nobody can bring this account back.",
  "account.sessions.lead":
    "Every browser that is let in as you. We keep the day it was last here, not the time, and only the first part of its network address.",
  "account.sessions.network": "Network",
  "account.sessions.os": "System",
  "account.sessions.other": "Another browser",
  "account.sessions.seen": "Last here",
  "account.sessions.since": "Since",
  "account.sessions.title": "Sessions and devices",
  "account.title": "Account",
  "account.username": "Name",
  "account.usernameHint":
    "Only you and the help desk see it. Nobody in a call does.",

  "age.error.date": "There is no such day. Check day, month and year.",
  "age.error.day": "Enter the day as a number from 1 to 31.",
  "age.error.month": "Enter the month as a number from 1 to 12.",
  "age.error.year": "Enter the year with four digits.",
  "age.field.day": "Day",
  "age.field.month": "Month",
  "age.field.year": "Year",
  "age.lead":
    "We use the date once, now, to decide whether Millo is open to you. It is not stored and nobody sees it.",
  "age.legend": "Birth date",
  "age.submit": "Continue",
  "age.title": "When were you born?",
  "age.why.text":
    "Some places ask for more than a date; if yours does, the next page says what. The date travels encrypted, is compared once and dropped. It is in no log. Your browser also tells which day it is where you are, for the same moment only.",
  "age.why.title": "Why we ask, and what happens with it",
  "age.yearHint": "Four digits for the year.",

  "app.description":
    "Live video with a stranger. No e-mail, no phone number, no ads.",
  "app.name": "Millo",
  "app.title": "{page} · Millo",

  "check.again": "Look again",
  "check.away.lead":
    "The check that comes next cannot be reached right now, so we cannot let you in yet. Come back in a minute and look again.",
  "check.go": "Go to the check",
  "check.none.lead":
    "Where you are, the law asks for an independent age check, and Millo offers none yet. So we cannot let you in. Nothing else is kept of your answer, and this ends within a day.",
  "check.ready.lead":
    "Where you are, a date alone does not open the door: somebody independent must say yes. Afterwards come back here and look again.",
  "check.title": "One more step",
  "check.what":
    "They are told nothing about you by us, and tell us yes or no, never your date, document or picture. Until then the door stays shut.",

  "choice.analytics.hint":
    "Totals only, never fewer than five people in a number.",
  "choice.analytics.label": "Count my visits in your statistics",
  "choice.lead":
    "What is done with your data is yours to decide, here and at any time. Nothing on this page needs a reason.",
  "choice.mail.hint": "Needs an address, which you can add in your account.",
  "choice.mail.label": "Send me news by e-mail",
  "choice.off": "Off",
  "choice.on": "On",
  "choice.optional.nobody":
    "Three more things need a yes: statistics, finding people by your interests, and news by mail. Without an account you said yes to none, so all are off.",
  "choice.optional.text":
    "Each is off until you turn it on, and Millo works the same without. One press turns it off again.",
  "choice.optional.title": "Only with your yes",
  "choice.personalisation.hint":
    "Your interests and languages, nothing about others.",
  "choice.personalisation.label": "Use what I like to find people faster",
  "choice.sale.act": "Do not sell or share my personal information",
  "choice.sale.byGpc":
    "Opt-out request honoured. Your browser sends it with every visit (Global Privacy Control).",
  "choice.sale.done":
    "Opt-out request honoured, for this browser and, if you have one, your account.",
  "choice.sale.gpc":
    "If your browser sends Global Privacy Control, that counts as the same, from the first page on.",
  "choice.sale.honoured": "Opt-out request honoured",
  "choice.sale.text":
    "Millo sells nothing and shares nothing for advertising. You can still say that it must never happen with yours. No account and no proof are needed, and it holds at once.",
  "choice.sale.title": "Do Not Sell or Share My Personal Information",
  "choice.title": "Privacy choices",
  "choice.turnOff": "Turn off",
  "choice.turnOn": "Turn on",

  "consent.again":
    "A text has changed since you agreed. Below is what is new; agree to it before you meet someone.",
  "consent.again.title": "Something has changed",
  "consent.choices.text":
    "All off. Change any of them later under Privacy choices, at the foot of every page.",
  "consent.choices.title": "Your choice",
  "consent.error.policy":
    "Tick that you agree to the privacy policy. Without it we cannot let you in.",
  "consent.error.rules":
    "Tick that you will keep to the house rules. Without it we cannot let you in.",
  "consent.later": "Not now",
  "consent.lead":
    "The texts are needed. The choices are yours, and Millo works the same without them.",
  "consent.leave": "No, leave and keep nothing",
  "consent.policy.agree": "I have read the privacy policy and agree",
  "consent.policy.changes":
    "What changed in the privacy policy, version {version}",
  "consent.policy.read": "Read the whole policy",
  "consent.policy.summary": "Privacy policy, version {version}, in five lines",
  "consent.rules.agree": "I will keep to the house rules",
  "consent.rules.changes": "What changed in the house rules, version {version}",
  "consent.rules.read": "Read all house rules",
  "consent.rules.summary": "House rules, version {version}, in five lines",
  "consent.submit": "Agree and go on",
  "consent.title": "Two texts and three choices",

  "contact.about.account": "My account, or getting in",
  "contact.about.call": "A call, the camera or the sound",
  "contact.about.label": "What is it about?",
  "contact.about.other": "Something else",
  "contact.about.privacy": "My data and my rights",
  "contact.about.safety": "Safety, or somebody I met",
  "contact.again": "Write another message",
  "contact.direct": "Or write a mail to",
  "contact.error.about": "Choose what it is about.",
  "contact.error.address":
    "Enter an address such as name@example.org, so that we can answer.",
  "contact.error.text": "Write what we can help with.",
  "contact.error.textLong": "That is too long. Keep it under 4,000 characters.",
  "contact.error.trap":
    "This field is a trap for machines, and something filled it in. Empty it, then send again.",
  "contact.field.address": "Address for the answer",
  "contact.field.addressOptional": "Address for the answer (optional)",
  "contact.field.text": "Your message",
  "contact.field.trap": "Leave this empty",
  "contact.hint.address":
    "Used for this answer and for nothing else. Gone when your message is, six months later.",
  "contact.hint.addressOptional":
    "Without one, the answer comes to your inbox. With one, it is mailed there as well.",
  "contact.hint.again": "Goes with your message {number}.",
  "contact.hint.text":
    "Say what happened and what you expected. No passwords, please, and nobody's real name.",
  "contact.lead":
    "A person reads every message and answers, usually within two days.",
  "contact.noMail":
    "Answers by mail cannot be sent from here right now, and without an account there is no inbox. Write us a mail instead, and we answer that.",
  "contact.sent.inbox": "The answer comes to your inbox.",
  "contact.sent.keep":
    "Write the number down, or keep this page. Whoever you talk to about it will ask for it.",
  "contact.sent.mail": "The answer comes to the address that you gave.",
  "contact.sent.number": "The number of your message",
  "contact.sent.title": "We have your message",
  "contact.submit": "Send",
  "contact.title": "Write to the help desk",

  "cookies.caption":
    "Cookies of Millo, what each is for, what it holds, how long it lasts",
  "cookies.days": "{days, plural, one {# day} other {# days}}",
  "cookies.gate.holds": "A random number",
  "cookies.gate.why":
    "Carries the answer of the age question, until you have agreed to the texts; after a no, as long as it lasts",
  "cookies.holds": "What it holds",
  "cookies.host":
    "Over an encrypted connection each name begins with “__Host-”: the browser then gives the cookie to this site only. No script can read any of them.",
  "cookies.lang.holds": "The name of a language",
  "cookies.lang.why": "Remembers the language that you chose",
  "cookies.lead":
    "Millo sets only cookies that it needs, and nobody else sets any here. That is why there is no banner to click away.",
  "cookies.length": "How long it lasts",
  "cookies.name": "Name",
  "cookies.none":
    "Nothing else is stored in your browser by us, and no page asks another host for anything. The call itself connects to our video server.",
  "cookies.optout.holds": "The digit 1, the same for everybody",
  "cookies.optout.why":
    "Remembers that this browser opted out of any sale or sharing",
  "cookies.session.holds": "A random secret",
  "cookies.session.why":
    "Lets this browser back into your account; each visit begins its time anew",
  "cookies.title": "Cookies",
  "cookies.why": "What it is for",

  "copy.about": "What you may know about it",
  "copy.about.automated": "Decisions by machine",
  "copy.about.automatedText":
    "People are paired at random by a machine, within their own wishes. No decision with legal or similar effect is made about you by a machine alone, and there is no profiling.",
  "copy.about.categories": "Kinds of data",
  "copy.about.complaint": "Complaint",
  "copy.about.complaintText":
    "You may complain to the data protection authority where you live or work, or where you think the law was broken.",
  "copy.about.periods": "How long it is kept",
  "copy.about.purposes": "Purposes and grounds",
  "copy.about.recipients": "Who else handles it for us",
  "copy.about.rights": "Your rights",
  "copy.about.rightsText":
    "You may have it corrected, erased or restricted, object to its use, take it elsewhere, and withdraw any consent. All of this is in your account, under What we keep about you.",
  "copy.about.source": "Where it comes from",
  "copy.about.sourceText":
    "From you, and from your use of Millo. Nothing was bought or fetched from anywhere else.",
  "copy.about.transfers": "Transfers to other countries",
  "copy.data": "The data",
  "copy.files":
    "For machines: data/{name}.json, data/{name}.csv and schema/{name}.json",
  "copy.lead":
    "Everything that Millo keeps about you, made at {madeAt}. Others are called by made-up names that mean nothing outside this copy.",
  "copy.title": "Your data at Millo",

  "error.400.action": "Go to the start",
  "error.400.text":
    "We cannot make sense of what your browser sent. Nothing was changed. Go back and try again.",
  "error.400.title": "Not understood",
  "error.403.action": "Start here",
  "error.403.text":
    "This page is open once you have given your birth date and agreed to two short texts. It takes a minute.",
  "error.403.title": "Not open yet",
  "error.404.action": "Go to the start",
  "error.404.text":
    "The page does not exist, or is not yours to see. If a link on Millo brought you here, that is our mistake.",
  "error.404.title": "Nobody at this address",
  "error.405.action": "Go to the start",
  "error.405.text":
    "This address does not take what your browser sent. Nothing was changed. Go back and use the form there.",
  "error.405.title": "Not possible here",
  "error.413.action": "Go to the start",
  "error.413.text":
    "What your browser sent is larger than we accept. Nothing was changed. Go back and send less.",
  "error.413.title": "That was too much",
  "error.415.action": "Go to the start",
  "error.415.text":
    "Your browser sent this in a way that we do not read. Nothing was changed. Go back and use the form there.",
  "error.415.title": "Not a form of ours",
  "error.422.action": "Go to the start",
  "error.422.text":
    "Something in the form is not right yet. Nothing was changed. Go back and look at what is marked there.",
  "error.422.title": "Not right yet",
  "error.429.action": "Go to the start",
  "error.429.text": "That was too fast. Wait a moment, then try again.",
  "error.429.title": "Too many tries",
  "error.429.wait":
    "That was too fast. Wait {seconds, plural, one {# second} other {# seconds}}, then try again.",
  "error.500.action": "Go to the start",
  "error.500.text":
    "The mistake is ours, and nothing was changed. Try again, and tell the help desk if it fails twice.",
  "error.500.title": "Something broke here",
  "error.503.action": "Go to the start",
  "error.503.text":
    "Millo cannot answer right now. Nothing of yours is lost. Try again in a minute.",
  "error.503.title": "Back in a moment",
  "error.code": "Error {status}.",
  "error.mail": "Write to the help desk",
  "error.reference": "Number for the help desk:",
  "error.restricted.action": "See what is kept about you",
  "error.restricted.text":
    "You asked us to stop using your data, so nobody can be found for a call. Everything about your account and your data stays open to you.",
  "error.restricted.title": "Calls are off, as you asked",

  "foot.accessibility": "Accessibility",
  "foot.choices": "Privacy choices",
  "foot.contact": "Contact",
  "foot.cookies": "Cookies",
  "foot.label": "Legal and help",
  "foot.policy": "Privacy policy, version {version}",
  "foot.questions": "No ads, and nothing is sold. Questions:",
  "foot.return": "Come back to your account",
  "foot.rules": "House rules",
  "foot.safety": "Safety",
  "foot.sale": "Do Not Sell or Share My Personal Information",

  "form.errors":
    "{count, plural, one {# thing is not right yet} other {# things are not right yet}}",
  "form.stale":
    "This changed since you opened the page, in another window or on another device. Look at it as it is now, then send it again.",
  "form.wrong": "This is not something we can take. Change it and try again.",

  "home.figure":
    "Two half circles, each the picture of a person out of focus, about to slide into one ring",
  "home.headline.1": "Meet one person.",
  "home.headline.2": "Face to face.",
  "home.headline.3": "Leave whenever.",
  "home.keys.camera": "Camera",
  "home.keys.mute": "Microphone",
  "home.keys.next": "Next person",
  "home.keys.text":
    "No key does anything while you are typing, and none replaces a key of your browser.",
  "home.keys.title": "Four keys, no mouse",
  "home.lead":
    "Live video with a stranger, for adults. You see and hear each other at once. One key ends it.",
  "home.learns.never.account": "Your account, or any name for you",
  "home.learns.never.again": "Whether you have met before",
  "home.learns.never.place": "Your network address or place",
  "home.learns.never.title": "Never",
  "home.learns.show.picture": "Your picture, if your camera is on",
  "home.learns.show.text": "What you type",
  "home.learns.show.title": "What you show",
  "home.learns.show.voice": "Your voice, if your microphone is on",
  "home.learns.title": "What a stranger learns about you",
  "home.note":
    "First your birth date, then two short texts, then a look at your own picture. No e-mail, no phone number, no ads.",
  "home.start": "Start talking",
  "home.steps.agree.text":
    "The house rules and the privacy policy, each in five lines first.",
  "home.steps.agree.title": "You agree to two short texts",
  "home.steps.birth.text": "The answer comes at once. The date is not stored.",
  "home.steps.birth.title": "You give your birth date",
  "home.steps.check.text": "Camera and microphone. Only you can see this.",
  "home.steps.check.title": "You check your own picture",
  "home.steps.leave.text":
    "`Esc` or `→` or the big button. The other side is told that you left, and that is all they are told.",
  "home.steps.leave.title": "You leave, or stay",
  "home.steps.meet.text":
    "One other adult, picked at random. Talk, or type beside the picture.",
  "home.steps.meet.title": "You meet someone",
  "home.steps.title": "What happens next",
  "home.title": "Meet one person, face to face",

  "inbox.choose": "Choose a message to read it.",
  "inbox.earlier": "Older messages",
  "inbox.empty": "Nothing here yet. Answers and decisions come here.",
  "inbox.from": "Came on {date}. Ends by itself after a year.",
  "inbox.label": "Messages",
  "inbox.later": "Newer messages",
  "inbox.mail": "What you get by mail",
  "inbox.new": "New:",
  "inbox.pages": "Pages of the inbox",
  "inbox.title": "Inbox",

  "language.error": "Choose one of the languages.",
  "language.label": "Language",
  "language.lead":
    "The choice is kept in this browser for a year, in a cookie that holds the language and nothing else.",
  "language.submit": "Change",
  "language.title": "Language",

  "mail.unsubscribe": "Turn off mail of this kind: {link}",
  "mail.why.account":
    "You get this mail because you confirmed this address in your account: {origin}",
  "mail.why.asked":
    "You get this mail because somebody gave us this address. If that was not you, do nothing: we use it for nothing else. {origin}",

  "nav.account": "Account",
  "nav.inbox": "Inbox",
  "nav.label": "Main",
  "nav.menu": "Menu",
  "nav.talk": "Talk",
  "nav.unread": "unread:",

  "notice.addressConfirmed.lead": "Mail reaches you from now on",
  "notice.addressConfirmed.text":
    "The code was right, so this address is yours. Nobody you meet sees it.\n\nYou choose in your account what we may write to you about, and you can take the address away again at any time.",
  "notice.addressConfirmed.title": "Your address is confirmed",
  "notice.code.text":
    "Your code is {code}. It is good for {minutes, plural, one {# minute} other {# minutes}}.\n\nEnter it on the page where you gave this address. If that was not you, do nothing: without the code the address is not used.",
  "notice.code.title": "{code} is your code for Millo",
  "notice.deskAnswered.lead": "Help desk, number {number}",
  "notice.deskAnswered.link": "Write again about this",
  "notice.deskAnswered.text":
    "You wrote to the help desk. The number of your message is {number}. This is the answer.\n\n{answer}",
  "notice.deskAnswered.title": "The help desk has answered",
  "notice.deskReceived.lead": "Help desk, number {number}",
  "notice.deskReceived.text":
    "A person reads it and answers here. The number of your message is {number}; give it if you ask again.",
  "notice.deskReceived.title": "We have your message",
  "notice.mailFailed.lead": "We could not write to you",
  "notice.mailFailed.link": "Look at your address",
  "notice.mailFailed.text":
    "We tried to send you a mail, and your mail server did not take it. We have stopped trying. Whatever concerns you is in this inbox as well.\n\nIf the address is wrong or no longer yours, change it in your account.",
  "notice.mailFailed.title": "A mail did not reach you",
  "notice.news.lead": "News about Millo",
  "notice.news.text": "{text}",
  "notice.news.title": "{title}",
  "notice.policyChanged.lead": "Version {version}",
  "notice.policyChanged.link": "Read the new version",
  "notice.policyChanged.text":
    "There is a new version of this text: {title}, version {version}. We ask you to read it before you meet the next person. The page shows what has changed.",
  "notice.policyChanged.title": "{title} has changed",

  "page.home": "Millo, home page",
  "page.skip": "Skip to content",
  "page.step": "Step {step} of {of}",

  "policy.basis.consent": "Consent",
  "policy.basis.contract": "Contract",
  "policy.basis.legal-obligation": "Legal duty",
  "policy.basis.legitimate-interest": "Legitimate interest",
  "policy.basis.public-task": "Public task",
  "policy.basis.vital-interest": "Vital interest",
  "policy.changes.added": "added",
  "policy.changes.marks": "Marked in the text:",
  "policy.changes.removed": "removed",
  "policy.contents": "On this page",
  "policy.data.basis": "Ground",
  "policy.data.caption":
    "Kinds of data, why, on what ground, how long, who handles them",
  "policy.data.days": "{days, plural, one {# day} other {# days}} {since}",
  "policy.data.kept": "How long",
  "policy.data.minutes":
    "{minutes, plural, one {# minute} other {# minutes}} {since}",
  "policy.data.providers": "Handled by",
  "policy.data.since.end": "after it has ended",
  "policy.data.since.hour": "after that hour",
  "policy.data.since.recorded": "after it was recorded",
  "policy.data.since.seen": "after the last visit",
  "policy.data.what": "What",
  "policy.data.why": "Why",
  "policy.inForce": "Version {version}, in force since {date}",
  "policy.old": "Version {version} of {date}, no longer in force",
  "policy.provider.age": "Age check",
  "policy.provider.hosting": "Servers",
  "policy.provider.mail": "Mail",
  "policy.provider.media": "Video",
  "policy.providers.all": "Every kind in the table above",
  "policy.providers.caption":
    "Who handles data for Millo, what, why, where, under what contract",
  "policy.providers.contract": "Contract",
  "policy.providers.data": "Which data",
  "policy.providers.nothing": "None that is kept",
  "policy.providers.what": "For",
  "policy.providers.where": "Where",
  "policy.providers.who": "Who",
  "policy.providers.why": "Why",
  "policy.short": "The short of it",
  "policy.since.label": "Show changes since",
  "policy.since.none": "nothing, clean text",
  "policy.since.read": "Read version {version}",
  "policy.since.show": "Show",
  "policy.since.version": "version {version}, {date}",

  "refused.help.action": "Write to the help desk",
  "refused.help.text":
    "Write to the help desk and say that you were refused. A person answers.",
  "refused.help.title": "If the date was wrong",
  "refused.kept.no": "What we did not keep",
  "refused.kept.noText": "The date, your address, your device",
  "refused.kept.until": "The marker ends",
  "refused.kept.yes": "What we kept",
  "refused.kept.yesText":
    "A random marker in this browser, that it was refused, and when. Nothing else.",
  "refused.lead":
    "Going by the date you entered, we cannot let you in. Trying again in this browser gives the same answer.",
  "refused.title": "Millo is not open to you",
  "refused.worry.link": "find a helpline",
  "refused.worry.text":
    "You can talk to somebody for free, in your country and without giving a name:",
  "refused.worry.title": "If something online worries you",

  "safety.after.report":
    "Write to the help desk with the time of the call. You do not need to prove anything and need no name: a person reads it and answers.",
  "safety.after.rest":
    "You owe nobody an explanation for leaving. If it stays with you, talk to somebody you trust.",
  "safety.after.title": "Afterwards",
  "safety.before.alone":
    "Look at your own picture first. Letters, uniforms, a view from the window or a name on the wall say where you are.",
  "safety.before.light":
    "You decide what is seen and heard: camera and microphone each have a key, and a call goes on without them.",
  "safety.before.title": "Before you meet someone",
  "safety.danger.text":
    "Call the emergency number of your country first: 112 in Europe, 911 in North America, 999 in the United Kingdom, 000 in Australia. We cannot send anybody to you.",
  "safety.danger.title": "In danger",
  "safety.during.leave":
    "Leave whenever something feels wrong. One key is enough, and the other side is told only that you left.",
  "safety.during.money":
    "Nobody who asks a stranger for money, a code, an account or a picture means well. Say no, and leave.",
  "safety.during.other":
    "What a stranger says about themselves may be untrue, and a picture may be played from a file.",
  "safety.during.record":
    "We record no picture and no sound. The other side can still film their screen, and we cannot see that. Show nothing that must not be kept.",
  "safety.during.title": "During a call",
  "safety.lead":
    "You meet people nobody knows. Most are kind, some are not. This is what helps.",
  "safety.pressure.text":
    "If somebody says they filmed you and asks for money or more pictures: do not pay, do not send anything, keep what they wrote, and tell the police. Paying does not end it. You have done nothing wrong.",
  "safety.pressure.title": "If somebody puts you under pressure",
  "safety.rules": "Read the house rules",
  "safety.title": "Staying safe",
  "safety.us.address":
    "Picture and sound go through our servers, so nobody you meet learns your network address.",
  "safety.us.name":
    "Nobody gets your name, account or number. Every call has a random name of its own.",
  "safety.us.title": "What Millo does for you",
  "safety.young.text":
    "Millo is for adults. If the other person seems younger, leave at once and write to the help desk with the time of the call. That goes before everything else there.",
  "safety.young.title": "If somebody seems under 18",

  "talk.call.arrived": "Someone is here",
  "talk.call.camera": "Camera",
  "talk.call.cameraOff": "Camera off",
  "talk.call.connection": "Connection:",
  "talk.call.connection.back": "Trying again",
  "talk.call.connection.connecting": "Connecting",
  "talk.call.connection.fair": "Fair",
  "talk.call.connection.good": "Good",
  "talk.call.connection.poor": "Poor",
  "talk.call.controls": "Call controls",
  "talk.call.lost": "Connection lost. Trying to bring back this call.",
  "talk.call.mute": "Mute",
  "talk.call.next": "Next",
  "talk.call.other": "The other person",
  "talk.call.theyHide": "Their camera is off",
  "talk.call.title": "In a call",
  "talk.call.waiting": "Their picture is on its way",
  "talk.call.you": "You",
  "talk.chat.failed": "Not sent",
  "talk.chat.field": "Message",
  "talk.chat.label": "Text",
  "talk.chat.log": "Messages",
  "talk.chat.me": "You:",
  "talk.chat.placeholder": "Write something",
  "talk.chat.send": "Send",
  "talk.chat.them": "They:",
  "talk.chat.typing": "They are typing",
  "talk.controls": "Controls",
  "talk.ended.after": "Ended after {time}",
  "talk.ended.elsewhere": "Millo is open in another window",
  "talk.ended.elsewhereText": "Go on there, or press Next to go on here.",
  "talk.ended.failed": "The call did not start",
  "talk.ended.failedText":
    "Nothing is wrong with you or with them. Try the next person.",
  "talk.ended.interrupted": "The call was interrupted",
  "talk.ended.interruptedText":
    "The connection broke and could not be brought back.",
  "talk.ended.left": "They left",
  "talk.ended.seconds":
    "You talked for {seconds, plural, one {# second} other {# seconds}}.",
  "talk.ended.stop": "Stop for now",
  "talk.ended.talked":
    "You talked for {minutes, plural, one {# minute} other {# minutes}} and {seconds, plural, one {# second} other {# seconds}}.",
  "talk.ended.youLeft": "You left",
  "talk.home": "Millo, home page",
  "talk.interrupted.text":
    "It is not you. We try again by ourselves; you can leave this page open.",
  "talk.interrupted.title": "Calls are interrupted",
  "talk.menu.camera": "Camera on or off",
  "talk.menu.choices": "Privacy choices",
  "talk.menu.label": "More",
  "talk.menu.mute": "Microphone on or off",
  "talk.menu.next": "Next person",
  "talk.menu.optedOut": "Opt-out request honoured",
  "talk.menu.rules": "House rules",
  "talk.menu.sale": "Do Not Sell or Share My Personal Information",
  "talk.menu.stop": "Stop and go to the start",
  "talk.ready.again": "Try again",
  "talk.ready.asking.text":
    "Your browser asks you now. Say yes there, and you see yourself here.",
  "talk.ready.asking.title": "Waiting for your camera",
  "talk.ready.busy.text":
    "Another program is using the camera. Close it, then press Try again.",
  "talk.ready.busy.title": "The camera is in use",
  "talk.ready.find": "Find someone",
  "talk.ready.hint":
    "They see you the right way round. Your picture goes nowhere before you press Find someone.",
  "talk.ready.insecure.text":
    "Browsers give the camera only to pages with https in their address. Open Millo that way.",
  "talk.ready.insecure.title": "This address is not safe enough for a camera",
  "talk.ready.missing.text":
    "Your browser finds no camera or no microphone. Plug one in or switch it on, then press Try again.",
  "talk.ready.missing.title": "No camera or microphone found",
  "talk.ready.onlyYou": "Only you see this",
  "talk.ready.preview": "Your own picture",
  "talk.ready.refused.text":
    "You, or a setting, said no to it. Only you can change that: press the sign at the start of the address bar, allow camera and microphone, then press Try again.",
  "talk.ready.refused.title": "Your browser keeps the camera from Millo",
  "talk.ready.step": "Step {step} of {of}",
  "talk.ready.title": "Check your picture",
  "talk.ready.what":
    "When you find someone, you see and hear each other at once. Leave whenever you like: one press, and the call is over.",
  "talk.ready.without":
    "Or go on without it: they cannot see or hear you then, and you can type.",
  "talk.script":
    "The call needs JavaScript, and it is off in this browser. Switch it on for Millo, then load this page again.",
  "talk.searching.stop": "Stop looking",
  "talk.searching.text":
    "Anyone here can be next. You are told the moment someone is.",
  "talk.searching.title": "Looking for someone",
  "talk.searching.waited": "Waiting for {time}",
  "talk.skip": "Skip to the call controls",
  "talk.title": "Talk",

  "topics.always":
    "Codes and what changes in your account always come by mail when you have an address, because they protect it.",
  "topics.answers.hint": "They are in your inbox in any case.",
  "topics.answers.label": "Answers from the help desk",
  "topics.back": "Back to the inbox",
  "topics.basis.consent": "Only if you agree; off until then.",
  "topics.basis.contract": "Part of what you asked us for.",
  "topics.basis.legitimate-interest":
    "So that nothing you agreed to changes behind your back.",
  "topics.lead":
    "Everything is in your inbox. Tick what should also come by mail. It needs an address that you confirmed in your account.",
  "topics.legend": "By mail",
  "topics.policies.hint":
    "You are shown them before the next call in any case.",
  "topics.policies.label": "Changes of the privacy policy or the house rules",
  "topics.saved": "Saved.",
  "topics.submit": "Save",
  "topics.title": "What you get by mail",
} as const;
