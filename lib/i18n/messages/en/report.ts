/** Reports of people about others. */
export const report = {
  "report.add": "Add something (optional)",
  "report.adult": "Whoever the picture shows is clearly an adult",
  "report.adultHint":
    "Tick this for nudity, for recording and for anything else. Without it no picture is sent with those.",
  "report.after.added": "Added to the report you made about this call.",
  "report.after.bar": "Ended by your report",
  "report.after.barred":
    "You are out of the call, and you two never meet again. A decision keeps you from reporting for a time; you find it under your standing, with its end and the way to appeal. You can always report that somebody is in danger, is threatened or seems under 18.",
  "report.after.failed":
    "The report could not be sent. You are out of the call; report from your calls, or write to the help desk.",
  "report.after.follow": "See where your report stands",
  "report.after.late":
    "You have sent ten this hour. You are out of the call; report again in {minutes, plural, one {# minute} other {# minutes}}, from your calls.",
  "report.after.mistake": "A mistake?",
  "report.after.noted": "Added.",
  "report.after.sending": "One moment.",
  "report.after.sent":
    "You two never meet again, and they are not told who it was. A person reads it and answers in your inbox.",
  "report.after.takeBack": "Take it back",
  "report.after.title.barred": "You cannot report for now",
  "report.after.title.failed": "Not sent",
  "report.after.title.late": "Too many in an hour",
  "report.after.title.sending": "You have left the call",
  "report.after.title.sent": "Reported. You have left the call.",
  "report.after.title.withdrawn": "Taken back",
  "report.after.waits":
    "There is no connection. The report waits in this page and goes as soon as there is one; leave the page open.",
  "report.after.withdrawn": "Nobody reads it. You are still out of the call.",
  "report.appeal.text":
    "Somebody who had no part in this answer reads your report again, usually within two days. You can ask for it once.",
  "report.appeal.words": "What did we miss?",
  "report.appeal.wordsHint":
    "Up to 2,000 characters. Whoever you reported never sees it.",
  "report.close": "Close",
  "report.emergency":
    "Is somebody in danger right now? Call your local emergency number first.",
  "report.error.appeal": "Say what we missed, in your words.",
  "report.error.barred":
    "A decision keeps you from reporting this for a time. You two never meet again all the same. Your standing shows the decision, its end and the way to appeal. You can always report danger, threats with a recording and people who seem under 18.",
  "report.error.long":
    "That is too long. Keep it to 2,000 characters or fewer.",
  "report.error.note": "Write something first.",
  "report.error.note.barred":
    "A decision keeps you from adding to reports for a time. Your standing shows it, with its end and the way to appeal.",
  "report.error.note.long":
    "There is no more room in this report. Write to the help desk, and name the number below.",
  "report.error.note.unknown": "This report has ended.",
  "report.error.note.withdrawn":
    "You took this report back. Report again from your calls.",
  "report.error.reason": "Press one of the reasons.",
  "report.error.still":
    "No picture may come with this reason. Nothing was sent or kept; report without it.",
  "report.help.danger":
    "We cannot send anyone. If you know where they are, call the emergency number there: 112 in Europe, 999 in the UK, 911 in North America. Add what you saw and heard below.",
  "report.help.kept":
    "The text of this call is kept for the person who reads your report.",
  "report.help.police":
    "This is a crime in most countries. The police can help, and they have seen it before.",
  "report.help.stopncii": "stops intimate pictures of you from spreading",
  "report.help.takeItDown": "does the same if you were under 18 in them",
  "report.help.threatened":
    "Do not pay, and do not answer. You did nothing wrong.",
  "report.help.under18":
    "You two are apart, and they meet nobody until a person has looked. No picture was taken, and none is needed.",
  "report.lead":
    "Press one. You leave at once and never meet again. They are not told that it was you.",
  "report.own.abusive":
    "We found that this report was not made in good faith. The decision is in your inbox, with the reasons and the way to appeal. You two never meet again.",
  "report.own.acted":
    "We found that it broke a rule, and acted. You two never meet again.",
  "report.own.lead.decided": "A person read it and decided.",
  "report.own.lead.looked_at": "A person is looking at it now.",
  "report.own.lead.received": "You two never meet again. A person reads it.",
  "report.own.lead.withdrawn": "You took it back. Nobody reads it.",
  "report.own.note": "Add a note",
  "report.own.noteAct": "Add it",
  "report.own.nothing":
    "We found nothing that breaks a rule in what we could see. That is not a judgement about you. You two never meet again.",
  "report.own.number": "Number",
  "report.own.numberHint":
    "From any browser, the number opens this report at /reference. Whoever has it can read it, and take or erase your data: keep it to yourself.",
  "report.own.outcome": "What came of it",
  "report.own.reason": "Reason",
  "report.own.sent": "Sent",
  "report.own.title": "Your report",
  "report.own.words": "In your words",
  "report.reason.danger": "Somebody is in danger now",
  "report.reason.fraud": "Selling, fraud or a machine",
  "report.reason.hate": "Hate or insult",
  "report.reason.nudity": "Nudity or sex",
  "report.reason.other": "Something else",
  "report.reason.recording": "Recording me or spreading pictures",
  "report.reason.threat": "Threat, violence or self-harm",
  "report.reason.threatened": "They threaten me with a recording",
  "report.reason.under_18": "Seems under 18",
  "report.step.answer": "The answer, with reasons",
  "report.step.by": "by",
  "report.step.looked": "A person is looking at it",
  "report.step.read": "A person reads it",
  "report.step.sent": "Sent",
  "report.still": "Send a still of what I see now",
  "report.stillHint":
    "Only moderators see it, blurred until they open it. It is erased once nobody can appeal any more.",
  "report.text": "Send the text of this call",
  "report.textHint": "As our server saw it.",
  "report.title": "What happened?",
  "report.words": "In your words",
  "report.wordsHint": "Up to 2,000 characters.",
  "rule.adults": "Rule 1, adults only",
  "rule.harm": "Rule 3, no nudity, threats or hate",
  "rule.owe": "Rule 2, nobody owes you anything",
  "rule.record": "Rule 4, do not record",
  "rule.sell": "Rule 5, no selling",
  "step.ahead": "still to come",
  "step.done": "done",
  "step.now": "now",
} as const;
