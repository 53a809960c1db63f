/** The age question and its answers. */
export const age = {
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
  "flag.asked.lead":
    "Somebody whom you met thought that you may be under 18. That is no decision: an independent service can say that you are an adult, and then you are back at once.",
  "flag.asked.standing": "See how things stand",
  "flag.asked.title": "Please show your age",
  "flag.asked.until": "You have until",
  "flag.check.away":
    "The age check cannot be reached right now. Nothing is lost: come back in a minute and try again.",
  "flag.check.begin": "Begin the age check",
  "flag.check.first":
    "The check takes a few minutes, and you choose how: an app, a card, or an estimate on your own device.",
  "flag.check.none":
    "There is no age check on this Millo at the moment. Write to the help desk instead; a person answers.",
  "flag.check.ready":
    "Go to the age check. Once it has said yes, come back to this page and check again.",
  "flag.check.what":
    "We tell them nothing about you. They tell us yes or no, never your date, document or picture.",
  "flag.check.write": "Write to the help desk",
  "flag.failed":
    "The age check did not say that you are 18 or over, so the decision stands.",
  "flag.lead":
    "We think that you are under 18, so we erased your account and what was kept about you. Millo is for adults only. If we are wrong, an age check lets you in again.",
  "flag.number":
    "Keep this number: it stands for the decision, wherever you ask about it. It holds neither your name nor your address.",
  "flag.over.enter": "Go in",
  "flag.over.lead":
    "The age check said yes. The decision is taken back, and nothing of it names you. What was erased is gone, so you begin anew. We are sorry.",
  "flag.over.title": "You are welcome again",
  "flag.title": "Your account was erased",
  "flag.wrong": "If we are wrong",
  "flag.wrongText":
    "you can show your age by an independent check. A yes takes the decision back.",
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
} as const;
