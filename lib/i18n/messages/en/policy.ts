/** Policies and cookies, around the texts themselves. */
export const policy = {
  "cookies.caption":
    "Millo's cookies: what each is for, what it holds, how long it lasts",
  "cookies.days": "{days, plural, one {# day} other {# days}}",
  "cookies.device.holds": "A random secret",
  "cookies.device.why":
    "Tells browsers apart, so that someone banned cannot begin again with a new account. Set when you agree to the texts, renewed while you use Millo, and deleted when you erase your account. It stays if that account is banned",
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
  "cookies.to.holds": "The address of a page of Millo",
  "cookies.to.why":
    "Remembers where you wanted to go while someone else checks your age; deleted when you come back",
  "cookies.why": "What it is for",
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
  "policy.data.kept": "How long",
  "policy.data.providers": "Handled by",
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
  "policy.table":
    "{rows, plural, one {# kind of data} other {# kinds of data}}: why, on what basis, for how long",
} as const;
