/** Consent, and the choices that can be changed later. */
export const consent = {
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
  "consent.choices.title": "Optional",
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
} as const;
