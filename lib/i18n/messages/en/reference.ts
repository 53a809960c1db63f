/** Pages that the number of a report or a decision opens. */
export const reference = {
  "reference.act": "Open it",
  "reference.check": "Go to the age check",
  "reference.close": "Close this page",
  "reference.copy": "Get a copy of all my data",
  "reference.data": "Your data",
  "reference.data.erased":
    "The account was erased, and no data of it can be taken or erased any more.",
  "reference.data.key":
    "Your account has a passkey or a code. Come back with it to get a copy of your data or to erase them.",
  "reference.data.open":
    "This number also opens what we keep about you: take a copy of it, or have it erased.",
  "reference.door": "You have the number of a report or a decision?",
  "reference.erase": "Erase my account",
  "reference.error.empty": "Type the number of your report or decision.",
  "reference.error.unknown":
    "No report or decision has this number. Check each character; a number also ends together with what it opens.",
  "reference.flag":
    "If we are wrong, an age check lets you in again: here, or in the browser that you used before. Keep the number, since the check leads back to the page that asks for it.",
  "reference.lead":
    "Read where it stands, appeal, and take or erase your data, without signing in.",
  "reference.lost":
    "Nobody can send the number again, because we keep only a scrambled form of it. In the browser that you used, your account still shows it.",
  "reference.number": "Number",
  "reference.numberHint":
    "It begins with RN or SN and was shown with your report or with the decision. Capitals and hyphens do not matter.",
  "reference.shared":
    "On somebody else's computer, close this page when you have finished.",
  "reference.title": "Open a report or a decision",
} as const;
