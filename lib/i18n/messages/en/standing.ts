/** Where a person stands, the reasons, and the appeal. */
export const standing = {
  "standing.appeal.act": "Send my appeal",
  "standing.appeal.by": "Answered by",
  "standing.appeal.claim": "What is wrong with it? (optional)",
  "standing.appeal.court":
    "You may also go to court. In the EU, a certified out-of-court dispute body is open to you as well: the European Commission lists them.",
  "standing.appeal.over": "The time to appeal is over",
  "standing.appeal.overText": "It ended on",
  "standing.appeal.sent": "You appealed on",
  "standing.appeal.state.asked": "We have one question for you",
  "standing.appeal.state.decided": "Your appeal was answered",
  "standing.appeal.state.lessened": "Made lighter on appeal",
  "standing.appeal.state.open": "Somebody else is reading it again",
  "standing.appeal.state.overturned": "You were right",
  "standing.appeal.state.upheld": "The decision stands",
  "standing.appeal.state.withdrawn": "You withdrew your appeal",
  "standing.appeal.text":
    "Somebody who had no part in this decision reads it again, usually within two days. An appeal cannot make it longer. You can appeal once.",
  "standing.appeal.title": "You can appeal",
  "standing.appeal.until": "Until",
  "standing.appeal.words": "In your words (optional)",
  "standing.appeal.wordsHint":
    "Up to 2,000 characters. Whoever reported you never sees it.",
  "standing.began": "Began",
  "standing.by": "Decided by",
  "standing.byText": "A person. No automatic decision was involved.",
  "standing.claim.not_broken": "It does not break this rule",
  "standing.claim.not_me": "It was not me",
  "standing.claim.not_so": "It did not happen like that",
  "standing.claim.too_long": "It is too much for what happened",
  "standing.decision": "The decision",
  "standing.ends": "Ends by itself",
  "standing.error.again": "You have appealed this decision already.",
  "standing.error.empty":
    "Choose what is wrong with the decision, or say it in your words.",
  "standing.error.late":
    "The time to appeal this decision is over. A court is still open to you.",
  "standing.error.unknown": "There is no such decision.",
  "standing.error.void":
    "This decision was taken back meanwhile. There is nothing left to appeal.",
  "standing.evidence": "Evidence",
  "standing.evidence.reports":
    "{count, plural, one {One report.} other {# reports.}}",
  "standing.evidence.stills":
    "{count, plural, one {A still picture chosen by a reporter.} other {# still pictures chosen by reporters.}}",
  "standing.evidence.texts": "Text as our server saw it.",
  "standing.facts": "What was found",
  "standing.ground": "On what ground",
  "standing.groundText": "Our terms, the house rules",
  "standing.lead.ban":
    "You keep your account, your inbox and your data. You can appeal.",
  "standing.lead.good": "Nothing keeps you out of calls.",
  "standing.lead.reporting_bar": "You can meet people, and not report them.",
  "standing.lead.review":
    "A person is checking something about your account. You cannot be matched until then. This is no decision; you will read here and in your inbox what came of it.",
  "standing.lead.suspension":
    "You keep your account, your inbox and your data. It ends by itself, and you can appeal.",
  "standing.lessened": "An appeal made this decision lighter.",
  "standing.measure": "Measure",
  "standing.measure.abusive": "A bar on reporting",
  "standing.measure.ban": "A ban from calls",
  "standing.measure.day_1": "1 day without calls",
  "standing.measure.days_30": "30 days without calls",
  "standing.measure.days_7": "7 days without calls",
  "standing.measure.dismiss": "Nothing",
  "standing.measure.invalid": "Nothing",
  "standing.measure.remove_name": "Your name was removed",
  "standing.measure.remove_picture": "Your picture was removed",
  "standing.measure.under_18": "Your account was erased",
  "standing.measure.warn": "A warning",
  "standing.number": "Number",
  "standing.numberHint":
    "The number opens this page from any browser. Whoever has it can read it, so keep it to yourself.",
  "standing.others": "Earlier decisions",
  "standing.points": "What it counts",
  "standing.pointsText":
    "{points, plural, one {# point} other {# points}}: the rule, how many people reported independently, and earlier decisions that still count.",
  "standing.provisional": "Provisional: ends unless a second person agrees by",
  "standing.reply.act": "Answer",
  "standing.reply.hint":
    "One question, no more. Without an answer within 7 days it is decided on what is there.",
  "standing.reply.words": "Your answer",
  "standing.rule": "Rule",
  "standing.state.lapsed":
    "Nobody confirmed it in time, so it ended. It counts for nothing.",
  "standing.state.overturned":
    "Your appeal was right. The decision is taken back and counts for nothing. We are sorry.",
  "standing.state.undone":
    "The decision was taken back and counts for nothing.",
  "standing.title.ban": "You can no longer be matched",
  "standing.title.good": "Your standing",
  "standing.title.reporting_bar": "You cannot report others",
  "standing.title.review": "A person is checking something",
  "standing.title.suspension": "You cannot be matched for now",
  "standing.works": "What still works",
  "standing.works.account": "Your account: name, address, browsers, ways back",
  "standing.works.data": "Your data, this decision included",
  "standing.works.erase": "Erase your account",
  "standing.works.inbox": "Your inbox: every decision and answer",
} as const;
