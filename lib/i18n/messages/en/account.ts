/** The account and its pages. */
export const account = {
  "account.aside": "What others see, and how to come back or leave",
  "account.back": "Account",
  "account.blocks.act": "Block",
  "account.blocks.blocked": "Blocked",
  "account.blocks.byReport": "By your report",
  "account.blocks.erased": "They erased their account: nobody to block",
  "account.blocks.forGood": "for good",
  "account.blocks.lead":
    "You never meet them, and they are not told. The nickname is for you alone.",
  "account.blocks.lift": "Unblock",
  "account.blocks.nickname": "Your nickname for them",
  "account.blocks.noNickname": "No nickname yet",
  "account.blocks.none":
    "Nobody. You can block someone right after a call, or from the list here.",
  "account.blocks.save": "Save",
  "account.blocks.title": "Blocked",
  "account.contact.add": "Add an address",
  "account.contact.ask": "Send me a code",
  "account.contact.change": "Change",
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
  "account.contact.waiting": "A code is on its way to a new address.",
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
  "account.data.kind": "What",
  "account.data.lead":
    "{records, plural, one {# record} other {# records}} of {kinds, plural, one {# kind} other {# kinds}}, each with the reason we have it. There is nothing else.",
  "account.data.none": "nothing",
  "account.data.open": "Open",
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
  "account.error.addressBarred":
    "This address belongs to somebody who is banned from Millo, so it was not added. If that is a mistake, tell the help desk.",
  "account.error.addressScript":
    "At the moment we can only send email to addresses with the letters a to z before the @. Please use another address.",
  "account.error.code": "Enter the six digits of the code.",
  "account.error.codeOver": "That code has expired. Ask for a new one.",
  "account.error.codeWrong": "That is not the code. Check the email again.",
  "account.error.interest": "Keep each interest to 30 characters or fewer.",
  "account.error.interests": "Name 10 interests or fewer.",
  "account.error.languages": "Choose languages from the list.",
  "account.error.nickname": "Keep the nickname to 30 characters or fewer.",
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
  "account.error.username": "Keep the name to 30 characters or fewer.",
  "account.error.usernameBlank":
    "That name shows nothing. Type letters that can be seen, or leave the name empty.",
  "account.history.addToReport": "Add to it",
  "account.history.calls": "Calls",
  "account.history.ending.interrupted": "the connection was lost",
  "account.history.ending.they": "they left",
  "account.history.ending.you": "you left",
  "account.history.lead":
    "When you used Millo, to the hour, and how long each call was. It says nothing about who you met, and each entry is deleted after 90 days.",
  "account.history.lengthLong":
    "{hours, plural, one {# hour} other {# hours}} {minutes, plural, one {# minute} other {# minutes}}",
  "account.history.lengthText":
    "{minutes, plural, =0 {} one {# minute } other {# minutes }}{seconds, plural, one {# second} other {# seconds}}",
  "account.history.noCalls": "No call in the last 90 days.",
  "account.history.none": "None in the last 90 days.",
  "account.history.readAnswer": "Read the answer",
  "account.history.recent":
    "You can report or block someone for two days after a call. For the first 15 minutes a report can take the text of the call along.",
  "account.history.report.decided": "Decided",
  "account.history.report.looked_at": "Being looked at",
  "account.history.report.received": "Reported",
  "account.history.reportAct": "Report",
  "account.history.text": "Text kept until",
  "account.history.title": "Calls and blocks",
  "account.history.visits": "Visits",
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
  "account.keys.shown.copied": "Copied.",
  "account.keys.shown.copy": "Copy",
  "account.keys.shown.done": "I have saved it",
  "account.keys.shown.label": "Your recovery code",
  "account.keys.shown.notCopied":
    "Your browser did not allow that. Select the code and copy it yourself.",
  "account.keys.shown.print": "Print",
  "account.keys.shown.text":
    "Write it down or keep it in a password manager. We show it only once. Anyone who has it can sign in as you.",
  "account.keys.shown.title": "Save this code",
  "account.keys.stale": "To change these, first confirm that it is you.",
  "account.keys.title": "Ways back in",
  "account.languages": "Languages",
  "account.languages.add": "Add a language",
  "account.languages.addAct": "Add",
  "account.languages.added":
    "Added, but not saved yet. Press Save when you are done.",
  "account.languagesHint":
    "The ones you speak. Nobody in a call sees them. Clear a box to remove a language.",
  "account.lead": "All optional. Nobody you meet sees it.",
  "account.leave.act": "Erase my account",
  "account.leave.text":
    "First you see what would be erased and what the law makes us keep. You can take a copy of it all.",
  "account.leave.title": "Leave for good",
  "account.more.contact":
    "Answers and news can then come by email. Nobody in a call sees it.",
  "account.more.picture": "Only you see it. Nobody in a call does.",
  "account.picture.act": "Save the picture",
  "account.picture.add": "Add a picture",
  "account.picture.alt": "Your picture",
  "account.picture.change": "Change",
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
  "account.receipt.scan.bytes": "Bytes searched",
  "account.receipt.scan.files": "Files searched",
  "account.receipt.scan.hits": "Found, other than what the law makes us keep",
  "account.receipt.scan.keys": "Records searched",
  "account.receipt.scan.lost":
    "A restart came in between, and with it the words to search for were gone. So this proves only that the files were rewritten.",
  "account.receipt.scan.text":
    "For {searchTerms, plural, one {# word or number} other {# words or numbers}} of yours, in every form in which a computer may store them.",
  "account.receipt.scan.title": "What we searched afterwards",
  "account.receipt.step.files": "Removed from the records and from the files.",
  "account.receipt.step.filesLeft":
    "Removed from the records. In the files something was still found; we look again every minute.",
  "account.receipt.step.records":
    "Removed from the records. The files follow within a minute; load this page again to see it.",
  "account.receipt.step.running": "Being removed from the records.",
  "account.receipt.step.server":
    "Removed from the records. The files belong to a database server, which rewrites them in its own time; whoever runs this Millo sees to it.",
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
  "account.seen.text":
    "Your camera, your voice and what you write in the call. Not your name, your interests, this picture or where you are.",
  "account.seen.title": "What a stranger sees",
  "account.sessions.all": "Sign out everywhere",
  "account.sessions.allText": "This signs you out here too.",
  "account.sessions.codeMade": "Made on {date}",
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
  "account.sessions.list": "Where you are signed in",
  "account.sessions.network": "Network",
  "account.sessions.os": "System",
  "account.sessions.other": "Another browser",
  "account.sessions.passkey": "Passkey",
  "account.sessions.seen": "Last here",
  "account.sessions.since": "Signed in since",
  "account.sessions.title": "Sessions and devices",
  "account.tab.data": "What we keep",
  "account.tab.history": "Calls and blocks",
  "account.tab.keys": "Ways back in",
  "account.tab.profile": "About you",
  "account.tab.sessions": "Browsers",
  "account.tabs": "Your account",
  "account.title": "Account",
  "account.username": "Name",
  "account.usernameHint":
    "Only you and the help desk see it. Nobody in a call does.",
  "account.wayBack.none.link": "Save a passkey or code",
  "account.wayBack.none.text": "If its data is cleared, you lose this account.",
  "account.wayBack.none.title": "Only this browser knows you",
  "account.wayBack.saved.link": "See or change them",
  "account.wayBack.saved.text":
    "A passkey or recovery code can sign you in from another browser.",
  "account.wayBack.saved.title": "You can come back",
} as const;
