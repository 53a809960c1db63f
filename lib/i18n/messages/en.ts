export const en = {
  "access.calls.aloud":
    "A screen reader announces at once when someone arrives or leaves, and when a call is interrupted. Searching and messages are read out when nothing else is.",
  "access.calls.keys":
    "Everything is a button that you can reach with Tab, in the order in which you see it. The keys below are shortcuts to the same buttons. None of them acts in a text field, together with Ctrl, Alt or the command key, or while a menu is open.",
  "access.calls.text":
    "You can take part without a camera, without a microphone, or without both: there is text beside the picture. Speech is not turned into captions.",
  "access.calls.title": "In a call",
  "access.contact.text":
    "Write to the help desk and say what you were trying to do, on which page, and with what device or software. A person answers. If the answer does not help, you can complain to the accessibility authority where you live.",
  "access.contact.title": "If something gets in your way",
  "access.keys.camera": "Camera on or off",
  "access.keys.mute": "Microphone on or off",
  "access.keys.next": "Next person, in a call or after one",
  "access.keys.stop": "Stop looking",
  "access.keys.title": "All keys",
  "access.lead":
    "Everyone who may use Millo should be able to: by eye, by ear, by keyboard and by touch. This page says how far we have got.",
  "access.limits.captions":
    "Calls have no captions and no sign language interpreter, and the other person may not type.",
  "access.limits.picture":
    "Text over moving video has a dark background, but what the other person shows is up to them: it may flash or have little contrast. Next ends it.",
  "access.limits.script":
    "The call itself needs JavaScript, WebRTC and permission to use the camera. Every other page works without them.",
  "access.limits.title": "What does not work yet",
  "access.pages.motion":
    "Nothing moves if your device asks for less motion, and nothing flashes.",
  "access.pages.size":
    "Pages fit a screen 320 pixels wide, and text at twice its size, without sideways scrolling. Everything you press is at least 44 pixels high, unless it is part of a sentence.",
  "access.pages.text":
    "Colours follow your device, light or dark, and all text has a contrast of at least 4.5 to 1. Colour is never the only sign: there is always a word beside it.",
  "access.pages.title": "On every page",
  "access.proof.text":
    "We aim for WCAG 2.2, level AA. Before every change goes out, axe-core checks each page on a phone and on a desktop, in light and dark and with text at twice its size, and a test gets from the first page into a call with the keyboard alone. People with disabilities have not tested it yet.",
  "access.proof.title": "How we check",
  "access.title": "Accessibility",

  "account.back": "Account",
  "account.contact.ask": "Send me a code",
  "account.contact.code": "Code",
  "account.contact.codeHint":
    "Six digits, from the email we sent to {address}. It works for ten minutes and three tries.",
  "account.contact.confirm": "Confirm this address",
  "account.contact.field": "Email address",
  "account.contact.lead":
    "Optional. We write there only about what you choose, and to answer you. Nobody in a call sees it.",
  "account.contact.none": "You have not given an address.",
  "account.contact.now": "Your address",
  "account.contact.remove": "Remove the address",
  "account.contact.title": "Email address",
  "account.data.basis": "Legal basis",
  "account.data.copy.act": "Get a copy",
  "account.data.copy.fresh": "You have just confirmed that it is you.",
  "account.data.copy.none":
    "You have no passkey or recovery code yet, so set one up first. Then nobody else can take your data with this browser.",
  "account.data.copy.stale":
    "First confirm that it is you, with your passkey or recovery code.",
  "account.data.copy.text":
    "A ZIP file with a page to read, files for other programs, and everything the law says you may know about them.",
  "account.data.copy.title": "Take a copy",
  "account.data.erase.act": "See what would be erased",
  "account.data.erase.text":
    "First you see what goes and what we must keep by law. Then it happens at once.",
  "account.data.erase.title": "Erase everything",
  "account.data.kept": "Kept for",
  "account.data.lead":
    "{records, plural, one {# record} other {# records}} of {kinds, plural, one {# kind} other {# kinds}}, each with the reason we have it. There is nothing else.",
  "account.data.none": "nothing",
  "account.data.purpose": "Why",
  "account.data.records": "{count, plural, one {# record} other {# records}}",
  "account.data.title": "What we keep about you",
  "account.device.bytes": "{count, plural, one {# byte} other {# bytes}}",
  "account.erasure.act": "Erase everything now",
  "account.erasure.deleted": "Erased",
  "account.erasure.kept": "What we must keep",
  "account.erasure.keptOne": "{collection}: {reason}, until {date}",
  "account.erasure.kind": "Kind of data",
  "account.erasure.law":
    "If the law makes us keep something, we set it apart, use it for nothing else and erase it when that duty ends.",
  "account.erasure.lead":
    "Nothing has been erased yet. This is what would happen, counted just now. Erasing ends your call, signs you out everywhere, and cannot be undone.",
  "account.erasure.outcome": "What happens",
  "account.erasure.records": "Records",
  "account.erasure.stays": "Kept",
  "account.erasure.sure":
    "Erase everything. I understand that this cannot be undone.",
  "account.erasure.title": "What would be erased",
  "account.erasure.unlinked": "No longer linked to you",
  "account.error.address": "Enter an email address, such as name@example.org.",
  "account.error.code": "Enter the six digits of the code.",
  "account.error.codeOver": "That code has expired. Ask for a new one.",
  "account.error.codeWrong": "That is not the code. Check the email again.",
  "account.error.interest": "Keep each interest to 30 characters or fewer.",
  "account.error.interests": "Name 10 interests or fewer.",
  "account.error.languages": "Choose languages from the list.",
  "account.error.many":
    "You have 5 passkeys, and that is the limit. Remove one first.",
  "account.error.noMail":
    "This Millo is not sending email at the moment, so an address cannot be confirmed. Answers go to your inbox.",
  "account.error.picture.broken":
    "This file cannot be read as a picture. Save it again, or choose another one.",
  "account.error.picture.busy":
    "Too many pictures are being sent right now. Send yours again in a minute.",
  "account.error.picture.kind": "Choose a JPEG, PNG or WebP picture.",
  "account.error.picture.none": "Choose a picture first.",
  "account.error.picture.pixels":
    "This picture has too many pixels. Choose one of 50 megapixels or fewer.",
  "account.error.recovery.other":
    "That code belongs to a different account. Sign out here first if you want to switch.",
  "account.error.recovery.unknown":
    "No account has that code. Check each group, or use a passkey.",
  "account.error.soon":
    "We sent a code less than a minute ago. Look for it, or wait a moment.",
  "account.error.stale":
    "You saved this in another window in the meantime. What you typed here is below; press Save to keep it instead.",
  "account.error.sure":
    "Tick the box to confirm that you want everything erased.",
  "account.error.unproven":
    "Confirm with your passkey or recovery code again, then do this within five minutes.",
  "account.error.username": "Keep the name to 30 characters or fewer.",
  "account.history.calls": "Calls",
  "account.history.lead":
    "When you used Millo, to the hour, and how long each call was. It says nothing about who you met, and each entry is deleted after 90 days.",
  "account.history.length": "Length",
  "account.history.lengthText":
    "{minutes, plural, =0 {} one {# minute } other {# minutes }}{seconds, plural, one {# second} other {# seconds}}",
  "account.history.none": "None in the last 90 days.",
  "account.history.title": "Visits and calls",
  "account.history.visits": "Visits",
  "account.history.when": "Hour",
  "account.interests": "Interests",
  "account.interestsHint":
    "Up to 10, with commas between them. Nobody in a call sees them.",
  "account.keys.add": "Add a passkey",
  "account.keys.adding": "Your browser is asking you now",
  "account.keys.code.act": "Make a recovery code",
  "account.keys.code.again": "Make a new one",
  "account.keys.code.made":
    "Made on {date}. We keep it only in scrambled form and cannot show it again.",
  "account.keys.code.none": "You do not have one.",
  "account.keys.code.replaces": "A new code replaces the old one.",
  "account.keys.code.title": "Recovery code",
  "account.keys.failed": "That did not work. Nothing has changed; try again.",
  "account.keys.lead":
    "This browser remembers you. Save a passkey or code to return from another.",
  "account.keys.none": "You do not have one.",
  "account.keys.passkey.title": "Passkeys",
  "account.keys.passkey.used": "Added {created}, last used {used}",
  "account.keys.prove": "Confirm that it is you",
  "account.keys.remove": "Remove",
  "account.keys.removeCode": "Remove the code",
  "account.keys.shown.done": "I have saved it",
  "account.keys.shown.label": "Your recovery code",
  "account.keys.shown.text":
    "Write it down or keep it in a password manager. We show it only once. Anyone who has it can sign in as you.",
  "account.keys.shown.title": "Save this code",
  "account.keys.stale": "To change these, first confirm that it is you.",
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
  "account.languagesHint": "Nobody in a call sees them.",
  "account.lead": "All optional. Nobody you meet sees it.",
  "account.more": "More of your account",
  "account.more.contact": "An address where we can write to you, if you like",
  "account.more.data": "See all of it, take a copy, erase it",
  "account.more.history": "When you were here, and for how long",
  "account.more.keys": "A passkey or a recovery code, for another device",
  "account.more.picture": "A small picture of your own",
  "account.more.sessions":
    "Where you are signed in, and what we know of those devices",
  "account.picture.act": "Save the picture",
  "account.picture.alt": "Your picture",
  "account.picture.field": "Picture",
  "account.picture.hint":
    "JPEG, PNG or WebP, up to 8 MB. We crop it to a square, make it small, and remove the place, time and camera from it.",
  "account.picture.lead": "Optional. Only you see it; nobody in a call does.",
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
  "account.return.act": "Sign in",
  "account.return.code": "Recovery code",
  "account.return.codeHint":
    "Six groups of five letters and digits. Capitals and dashes do not matter.",
  "account.return.failed":
    "That passkey did not work here. Try again, or use the recovery code.",
  "account.return.lead":
    "Use your account's passkey or recovery code. Without one of them we cannot bring you back, because we do not know who you are.",
  "account.return.passkey": "Use a passkey",
  "account.return.prove": "Confirm that it is you",
  "account.return.proveLead":
    "This needs your passkey or recovery code again. It then counts for five minutes.",
  "account.return.title": "Return to your account",
  "account.return.waiting": "Your browser is asking you now",
  "account.save": "Save",
  "account.saved": "Saved.",
  "account.sessions.all": "Sign out everywhere",
  "account.sessions.allText": "This signs you out here too.",
  "account.sessions.connection": "Connection",
  "account.sessions.current": "This browser",
  "account.sessions.device": "Device",
  "account.sessions.end": "Sign out",
  "account.sessions.endCurrent": "Sign out here",
  "account.sessions.forget": "Erase the device record",
  "account.sessions.forgotten":
    "No device record. No new one is made for this session.",
  "account.sessions.identifier": "Random identifier",
  "account.sessions.keyless":
    "Save a way back first. Without one, ending this session loses the account.",
  "account.sessions.lead":
    "Every browser that is signed in as you. We keep the day it was last here, not the time, and only the first part of its network address.",
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

  "age.error.date": "There is no such date. Check the day, month and year.",
  "age.error.day": "Enter the day as a number from 1 to 31.",
  "age.error.month": "Enter the month as a number from 1 to 12.",
  "age.error.year": "Enter the year with four digits.",
  "age.field.day": "Day",
  "age.field.month": "Month",
  "age.field.year": "Year",
  "age.lead":
    "We use the date once, right now, to decide whether Millo is open to you. We do not store it, and nobody sees it.",
  "age.legend": "Birth date",
  "age.submit": "Continue",
  "age.title": "When were you born?",
  "age.why.text":
    "Some places ask for more than a date; if yours does, the next page says what. The date is encrypted on its way, compared once and dropped. We never log it. Your browser also tells us what day it is where you are, for this moment only.",
  "age.why.title": "Why we ask, and what happens to it",
  "age.yearHint": "Four digits for the year.",

  "app.description":
    "Live video with a stranger. No email, no phone number, no ads.",
  "app.name": "Millo",
  "app.title": "{page} · Millo",

  "check.again": "Check again",
  "check.away.lead":
    "The age check cannot be reached right now, so we cannot let you in yet. Come back in a minute and check again.",
  "check.go": "Go to the age check",
  "check.none.lead":
    "Where you are, the law requires an independent age check, and Millo does not offer one yet. So we cannot let you in. We keep nothing else of your answer, and delete this within a day.",
  "check.ready.lead":
    "Where you are, a date alone is not enough: an independent service must say yes. Once it has, come back here and check again.",
  "check.title": "One more step",
  "check.what":
    "We tell them nothing about you. They tell us yes or no, never your date, document or picture. Until then you cannot go in.",

  "choice.analytics.hint":
    "Totals only, and no number stands for fewer than five people.",
  "choice.analytics.label": "Count my visits in Millo's statistics",
  "choice.lead":
    "You decide what is done with your data, here and at any time. You never need to give a reason.",
  "choice.mail.hint": "Needs an address, which you can add in your account.",
  "choice.mail.label": "Send me news by email",
  "choice.off": "Off",
  "choice.on": "On",
  "choice.optional.nobody":
    "Three more things need your agreement: statistics, finding people by your interests, and news by email. Without an account you have agreed to none of them, so all are off.",
  "choice.optional.text":
    "Each is off until you turn it on, and Millo works just as well without. You can turn it off again at any time.",
  "choice.optional.title": "Off unless you agree",
  "choice.personalisation.hint":
    "Your interests and languages, nothing about anyone else.",
  "choice.personalisation.label": "Use what I like to find people faster",
  "choice.sale.act": "Do not sell or share my personal information",
  "choice.sale.byGpc":
    "Opt-out request honoured. Your browser sends it with every visit (Global Privacy Control).",
  "choice.sale.done":
    "Opt-out request honoured, for this browser and, if you have one, your account.",
  "choice.sale.gpc":
    "If your browser sends Global Privacy Control, that counts as the same request, from the first page on.",
  "choice.sale.honoured": "Opt-out request honoured",
  "choice.sale.text":
    "Millo sells nothing and shares nothing for advertising. You can still tell us never to do it with your data. You need no account and no proof, and it takes effect at once.",
  "choice.sale.title": "Do Not Sell or Share My Personal Information",
  "choice.title": "Privacy choices",
  "choice.turnOff": "Turn off",
  "choice.turnOn": "Turn on",

  "consent.again":
    "A text has changed since you agreed. See what is new below, and agree to it before you meet someone.",
  "consent.again.title": "Something has changed",
  "consent.choices.text":
    "All off. You can change them later under Privacy choices, at the foot of every page.",
  "consent.choices.title": "Your choice",
  "consent.error.policy":
    "Tick that you agree to the privacy policy. We cannot let you in without it.",
  "consent.error.rules":
    "Tick that you agree to the house rules. We cannot let you in without it.",
  "consent.later": "Not now",
  "consent.lead": "Both texts are needed. The three choices are optional.",
  "consent.leave": "Leave, and keep nothing",
  "consent.policy.agree": "I agree to the privacy policy",
  "consent.policy.changes":
    "What changed in the privacy policy, version {version}",
  "consent.policy.read": "Read the whole policy",
  "consent.policy.summary": "Privacy policy, version {version}, in five lines",
  "consent.rules.agree": "I agree to the house rules",
  "consent.rules.changes": "What changed in the house rules, version {version}",
  "consent.rules.read": "Read all house rules",
  "consent.rules.summary": "House rules, version {version}, in five lines",
  "consent.submit": "Agree and continue",
  "consent.title": "Before you meet someone",

  "contact.about.account": "My account, or getting in",
  "contact.about.call": "A call, the camera or the sound",
  "contact.about.label": "What is it about?",
  "contact.about.other": "Something else",
  "contact.about.privacy": "My data and my rights",
  "contact.about.safety": "Safety, or somebody I met",
  "contact.again": "Write another message",
  "contact.direct": "Or email us at",
  "contact.error.about": "Choose what it is about.",
  "contact.error.address":
    "Enter an address such as name@example.org, so that we can answer.",
  "contact.error.text": "Tell us what we can help with.",
  "contact.error.textLong": "That is too long. Keep it under 4,000 characters.",
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

  "cookies.caption":
    "Millo's cookies: what each is for, what it holds, how long it lasts",
  "cookies.days": "{days, plural, one {# day} other {# days}}",
  "cookies.gate.holds": "A random number",
  "cookies.gate.why":
    "Remembers your answer to the age question until you have agreed to the texts; after a refusal, for as long as that lasts",
  "cookies.holds": "What it holds",
  "cookies.host":
    "Over an encrypted connection each name begins with “__Host-”, so that the browser gives the cookie to this site only. No script can read any of them.",
  "cookies.lang.holds": "The name of a language",
  "cookies.lang.why": "Remembers the language that you chose",
  "cookies.lead":
    "Millo sets only the cookies it needs, and nobody else sets any here. That is why there is no banner to click away.",
  "cookies.length": "How long it lasts",
  "cookies.name": "Name",
  "cookies.none":
    "We store nothing else in your browser, and no page asks another site for anything. The call itself connects to our video server.",
  "cookies.optout.holds": "The digit 1, the same for everyone",
  "cookies.optout.why":
    "Remembers that this browser opted out of any sale or sharing",
  "cookies.session.holds": "A random secret",
  "cookies.session.why": "Keeps this browser signed in; each visit renews it",
  "cookies.title": "Cookies",
  "cookies.why": "What it is for",

  "copy.about": "What you may know about it",
  "copy.about.automated": "Decisions by machine",
  "copy.about.automatedText":
    "A machine pairs people at random, within what they asked for. No decision with legal or similar effect is made about you by a machine alone, and there is no profiling.",
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
    "For other programs: data/{name}.json, data/{name}.csv and schema/{name}.json",
  "copy.lead":
    "Everything Millo keeps about you, as of {madeAt}. Other people appear under made-up names that mean nothing outside this copy.",
  "copy.title": "Your data at Millo",

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

  "foot.accessibility": "Accessibility",
  "foot.choices": "Privacy choices",
  "foot.contact": "Contact",
  "foot.cookies": "Cookies",
  "foot.label": "Legal and help",
  "foot.policy": "Privacy policy, version {version}",
  "foot.questions": "No ads, and nothing is sold. Questions:",
  "foot.return": "Return to your account",
  "foot.rules": "House rules",
  "foot.safety": "Safety",
  "foot.sale": "Do Not Sell or Share My Personal Information",

  "form.errors":
    "{count, plural, one {# thing is not right yet} other {# things are not right yet}}",
  "form.stale":
    "This has changed since you opened the page, in another window or on another device. Look at it as it is now, then send it again.",
  "form.wrong": "We cannot accept this. Change it and try again.",

  "home.figure":
    "Two half circles, each an out-of-focus picture of a person, about to slide together into one ring",
  "home.headline.1": "Meet one person.",
  "home.headline.2": "Face to face.",
  "home.headline.3": "Leave whenever.",
  "home.keys.camera": "Camera",
  "home.keys.mute": "Microphone",
  "home.keys.next": "Next person",
  "home.keys.text":
    "Keys do nothing while you are typing, and none of them replaces one of your browser's.",
  "home.keys.title": "Every key",
  "home.lead":
    "Live video with another adult, picked at random. One tap ends it.",
  "home.learns.never.account": "Your account, or any name of yours",
  "home.learns.never.again": "Whether you have met before",
  "home.learns.never.place": "Your network address or place",
  "home.learns.never.title": "Never",
  "home.learns.show.picture": "Your picture, if your camera is on",
  "home.learns.show.text": "What you type",
  "home.learns.show.title": "What you show",
  "home.learns.show.voice": "Your voice, if your microphone is on",
  "home.learns.title": "What a stranger learns about you",
  "home.note":
    "First your birth date, then two short texts, then a look at your own picture. No email, no phone number, no ads.",
  "home.start": "Start talking",
  "home.steps.agree.text":
    "The house rules and the privacy policy, each with a summary of five lines.",
  "home.steps.agree.title": "You agree to two short texts",
  "home.steps.birth.text":
    "You get the answer at once. We do not store the date.",
  "home.steps.birth.title": "You give your birth date",
  "home.steps.check.text": "Camera and microphone. Only you see this.",
  "home.steps.check.title": "You check your own picture",
  "home.steps.leave.text":
    "`Esc` or `→` or the big button. The other person is told that you left, and nothing else.",
  "home.steps.leave.title": "You leave, or stay",
  "home.steps.meet.text":
    "One other adult, picked at random. Talk, or type beside the picture.",
  "home.steps.meet.title": "You meet someone",
  "home.steps.title": "What happens next",
  "home.title": "Meet one person, face to face",

  "inbox.choose": "Choose a message to read it.",
  "inbox.earlier": "Older messages",
  "inbox.empty": "Nothing here yet. Answers and decisions will appear here.",
  "inbox.from": "Received on {date}. Deleted after a year.",
  "inbox.label": "Messages",
  "inbox.later": "Newer messages",
  "inbox.mail": "What you get by email",
  "inbox.new": "New:",
  "inbox.pages": "Pages of the inbox",
  "inbox.title": "Inbox",

  "language.error": "Choose one of the languages.",
  "language.label": "Language",
  "language.lead":
    "This browser remembers your choice for a year, in a cookie that holds the language and nothing else.",
  "language.submit": "Change",
  "language.title": "Language",

  "mail.unsubscribe": "Turn off emails like this: {link}",
  "mail.why.account":
    "You are getting this because you confirmed this address in your account: {origin}",
  "mail.why.asked":
    "You are getting this because somebody gave us this address. If that was not you, do nothing: we use it for nothing else. {origin}",

  "nav.account": "Account",
  "nav.inbox": "Inbox",
  "nav.label": "Main",
  "nav.menu": "Menu",
  "nav.talk": "Talk",
  "nav.unread": "unread:",

  "notice.addressConfirmed.lead": "From now on we can email you",
  "notice.addressConfirmed.text":
    "The code was right, so this address is yours. Nobody you meet sees it.\n\nIn your account you choose what we may write to you about, and you can remove the address at any time.",
  "notice.addressConfirmed.title": "Your address is confirmed",
  "notice.code.text":
    "Your code is {code}. It works for {minutes, plural, one {# minute} other {# minutes}}.\n\nEnter it on the page where you gave this address. If that was not you, do nothing: without the code the address is not used.",
  "notice.code.title": "{code} is your code for Millo",
  "notice.deskAnswered.lead": "Help desk, number {number}",
  "notice.deskAnswered.link": "Write again about this",
  "notice.deskAnswered.text":
    "You wrote to the help desk. The number of your message is {number}. Here is the answer.\n\n{answer}",
  "notice.deskAnswered.title": "The help desk has answered",
  "notice.deskReceived.lead": "Help desk, number {number}",
  "notice.deskReceived.text":
    "A person will read it and answer here. The number of your message is {number}; mention it if you write again.",
  "notice.deskReceived.title": "We have your message",
  "notice.mailFailed.lead": "We could not email you",
  "notice.mailFailed.link": "Check your address",
  "notice.mailFailed.text":
    "We tried to send you an email, and your mail server did not accept it. We have stopped trying. Everything that concerns you is in this inbox as well.\n\nIf the address is wrong or no longer yours, change it in your account.",
  "notice.mailFailed.title": "An email did not reach you",
  "notice.news.lead": "News about Millo",
  "notice.news.text": "{text}",
  "notice.news.title": "{title}",
  "notice.policyChanged.lead": "Version {version}",
  "notice.policyChanged.link": "Read the new version",
  "notice.policyChanged.text":
    "There is a new version of this text: {title}, version {version}. Please read it before you meet the next person. The page shows what has changed.",
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
  "policy.data.basis": "Legal basis",
  "policy.data.caption":
    "Kinds of data: why, on what legal basis, for how long, and who handles them",
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
  "policy.provider.mail": "Email",
  "policy.provider.media": "Video",
  "policy.providers.all": "Every kind in the table above",
  "policy.providers.caption":
    "Who handles data for Millo: what for, which data, why, where and under what contract",
  "policy.providers.contract": "Contract",
  "policy.providers.data": "Which data",
  "policy.providers.nothing": "None that we keep",
  "policy.providers.what": "For",
  "policy.providers.where": "Where",
  "policy.providers.who": "Who",
  "policy.providers.why": "Why",
  "policy.short": "In short",
  "policy.since.label": "Show changes since",
  "policy.since.none": "none, plain text",
  "policy.since.read": "Read version {version}",
  "policy.since.show": "Show",
  "policy.since.version": "version {version}, {date}",

  "refused.help.action": "Write to the help desk",
  "refused.help.text":
    "Write to the help desk and say that you were refused. A person answers.",
  "refused.help.title": "If the date was wrong",
  "refused.kept.no": "What we did not keep",
  "refused.kept.noText": "The date, your address, your device",
  "refused.kept.until": "Deleted on",
  "refused.kept.yes": "What we kept",
  "refused.kept.yesText":
    "A random marker in this browser, that it was refused, and when. Nothing else.",
  "refused.lead":
    "Going by the date you entered, we cannot let you in. Trying again in this browser will give the same answer.",
  "refused.title": "Millo is not open to you",
  "refused.worry.link": "find a helpline",
  "refused.worry.text":
    "You can talk to someone for free, in your country and without giving your name:",
  "refused.worry.title": "If something online worries you",

  "safety.after.report":
    "Write to the help desk with the time of the call. You need no proof and no name: a person reads it and answers.",
  "safety.after.rest":
    "You owe nobody an explanation for leaving. If it stays with you, talk to someone you trust.",
  "safety.after.title": "Afterwards",
  "safety.before.alone":
    "Check your own picture first. Letters, uniforms, the view from a window or a name on the wall can show where you are.",
  "safety.before.light":
    "You decide what others see and hear: camera and microphone each have a key, and a call goes on without them.",
  "safety.before.title": "Before you meet someone",
  "safety.danger.text":
    "Call the emergency number of your country first: 112 in Europe, 911 in North America, 999 in the United Kingdom, 000 in Australia. We cannot send anybody to you.",
  "safety.danger.title": "In danger",
  "safety.during.leave":
    "Leave whenever something feels wrong. One key is enough, and the other person is told only that you left.",
  "safety.during.money":
    "Anyone who asks a stranger for money, a code, an account or a picture is up to no good. Say no, and leave.",
  "safety.during.other":
    "What a stranger says about themselves may not be true, and their picture may be a recording.",
  "safety.during.record":
    "We record neither picture nor sound. The other person can still film their screen, and we cannot see that. Show nothing that you would not want kept.",
  "safety.during.title": "During a call",
  "safety.lead":
    "You meet people whom nobody here knows. Most are kind, some are not. This is what helps.",
  "safety.pressure.text":
    "If someone says they filmed you and asks for money or more pictures: do not pay, do not send anything, keep what they wrote, and tell the police. Paying does not make it stop. You have done nothing wrong.",
  "safety.pressure.title": "If someone puts pressure on you",
  "safety.rules": "Read the house rules",
  "safety.title": "Staying safe",
  "safety.us.address":
    "Picture and sound go through our servers, so nobody you meet learns your network address.",
  "safety.us.name":
    "Nobody you meet gets your name, account or number. Every call uses random names of its own.",
  "safety.us.title": "What Millo does for you",
  "safety.young.text":
    "Leave at once, then write to us with the time of the call. We read these first.",
  "safety.young.title": "If someone seems under 18",

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
  "talk.ended.elsewhereText": "Continue there, or press Next to continue here.",
  "talk.ended.failed": "The call did not start",
  "talk.ended.failedText":
    "Nothing is wrong with you or with them. Try the next person.",
  "talk.ended.interrupted": "The call was interrupted",
  "talk.ended.interruptedText":
    "The connection broke and could not be restored.",
  "talk.ended.left": "They left",
  "talk.ended.seconds":
    "You talked for {seconds, plural, one {# second} other {# seconds}}.",
  "talk.ended.stop": "Stop for now",
  "talk.ended.talked":
    "You talked for {minutes, plural, one {# minute} other {# minutes}} and {seconds, plural, one {# second} other {# seconds}}.",
  "talk.ended.youLeft": "You left",
  "talk.home": "Millo, home page",
  "talk.interrupted.text":
    "It is not you. We keep trying, and you can leave this page open.",
  "talk.interrupted.title": "We lost the connection",
  "talk.menu.camera": "Camera on or off",
  "talk.menu.choices": "Privacy choices",
  "talk.menu.label": "More",
  "talk.menu.mute": "Microphone on or off",
  "talk.menu.next": "Next person",
  "talk.menu.optedOut": "Opt-out request honoured",
  "talk.menu.rules": "House rules",
  "talk.menu.sale": "Do Not Sell or Share My Personal Information",
  "talk.menu.stop": "Leave Millo",
  "talk.ready.again": "Try again",
  "talk.ready.asking.text":
    "Your browser is asking you now. Allow it, and you see yourself here.",
  "talk.ready.asking.title": "Waiting for your camera",
  "talk.ready.busy.text":
    "Another program is using the camera. Close it, then press Try again.",
  "talk.ready.busy.title": "The camera is in use",
  "talk.ready.find": "Find someone",
  "talk.ready.hint":
    "Nobody sees you until you press Find someone. They see you unmirrored.",
  "talk.ready.insecure.text":
    "Browsers allow the camera only on pages whose address begins with https. Open Millo that way.",
  "talk.ready.insecure.title": "The camera needs a secure address",
  "talk.ready.missing.text":
    "Your browser finds no camera or no microphone. Plug one in or switch it on, then press Try again.",
  "talk.ready.missing.title": "No camera or microphone found",
  "talk.ready.onlyYou": "Only you see this",
  "talk.ready.preview": "Your own picture",
  "talk.ready.refused.text":
    "Press the icon beside the address, allow camera and microphone, then Try again.",
  "talk.ready.refused.title": "Your browser is blocking the camera",
  "talk.ready.step": "Step {step} of {of}",
  "talk.ready.title": "Check your picture",
  "talk.ready.what":
    "When you find someone, you see and hear each other at once. Leave whenever you like: one press ends the call.",
  "talk.ready.without":
    "Or continue without it: they cannot see or hear you then, and you can type.",
  "talk.script":
    "The call needs JavaScript, which is off in this browser. Turn it on for Millo, then reload this page.",
  "talk.searching.stop": "Stop looking",
  "talk.searching.text": "We are looking. You can leave this page open.",
  "talk.searching.title": "Looking for someone",
  "talk.searching.waited": "Waiting for {time}",
  "talk.skip": "Skip to the call controls",
  "talk.title": "Talk",

  "topics.always":
    "Codes and changes to your account are always emailed once you have an address, because they protect it.",
  "topics.answers.hint": "They are in your inbox either way.",
  "topics.answers.label": "Answers from the help desk",
  "topics.back": "Back to the inbox",
  "topics.basis.consent": "Only if you agree; off until then.",
  "topics.basis.contract": "Part of what you asked us for.",
  "topics.basis.legitimate-interest":
    "So that nothing you agreed to changes without your knowing.",
  "topics.lead":
    "Everything is in your inbox. Tick what should also come by email. That needs an address that you have confirmed in your account.",
  "topics.legend": "By email",
  "topics.policies.hint": "You will see them before your next call either way.",
  "topics.policies.label": "Changes to the privacy policy or the house rules",
  "topics.saved": "Saved.",
  "topics.submit": "Save",
  "topics.title": "What you get by email",
} as const;
