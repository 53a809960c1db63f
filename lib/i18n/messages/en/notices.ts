/** The inbox, and email. */
export const notices = {
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
  "mail.unsubscribe": "Turn off emails like this: {link}",
  "mail.why.account":
    "You are getting this because you confirmed this address in your account: {origin}",
  "mail.why.asked":
    "You are getting this because somebody gave us this address. If that was not you, do nothing: we use it for nothing else. {origin}",
  "mail.why.staff":
    "You are getting this because you gave this address for alerts. You can change it in the back office: {origin}/admin/me",
  "notice.addressConfirmed.lead": "From now on we can email you",
  "notice.addressConfirmed.text":
    "The code was right, so this address is yours. Nobody you meet sees it.\n\nIn your account you choose what we may write to you about, and you can remove the address at any time.",
  "notice.addressConfirmed.title": "Your address is confirmed",
  "notice.ageCheckAsked.lead":
    "You have seven days to show that you are 18 or over",
  "notice.ageCheckAsked.link": "Go to the age check",
  "notice.ageCheckAsked.text":
    "Somebody you met thought that you may be under 18, and a person has looked. That is no decision. Millo is for adults only, so please let an independent service check your age within seven days. We learn yes or no, and never see a document, a picture or a date.\n\nUntil then you cannot be matched. With a yes you are back at once. Without an answer a person decides.",
  "notice.ageCheckAsked.title": "Please show your age",
  "notice.ageCheckOver.lead": "A person looks again",
  "notice.ageCheckOver.link": "See how things stand",
  "notice.ageCheckOver.text":
    "{failed, plural, one {The age check did not say that you are 18 or over.} other {The time for the age check is over.}} A person looks again now and decides. You cannot be matched until then, and you will read here what came of it.",
  "notice.ageCheckOver.title":
    "{failed, plural, one {The age check said no} other {The time for your age check is over}}",
  "notice.ageCheckReminder.lead": "Two days are left",
  "notice.ageCheckReminder.link": "Go to the age check",
  "notice.ageCheckReminder.text":
    "We asked you to show that you are 18 or over, and have no answer yet. Two days are left. Without an answer a person decides, and they may find that you are too young for Millo.",
  "notice.ageCheckReminder.title": "Your age check is still open",
  "notice.alertRaised.link": "Open the case",
  "notice.alertRaised.text":
    "{cause, select, passed_on {A colleague passed this case on at {time} UTC.} other {A report came in at {time} UTC.}} Reason: {reason}.\n\n{nobody, plural, one {Nobody is on call, so everybody who may act gets this.} other {You get this because you are on call, or because whoever is on call has not answered.}} Press “I am on it” or take the case, so that nobody else is called.",
  "notice.alertRaised.title":
    "{cause, select, passed_on {Passed on to you} other {Somebody may be in danger}}: {number}",
  "notice.appealAsked.lead": "We have one question about your appeal",
  "notice.appealAsked.link": "Read it and answer",
  "notice.appealAsked.text":
    "Somebody is reading your appeal and needs one answer from you. The clock of the appeal stands still until you answer, for 7 days at most. After that it is decided on what is there.",
  "notice.appealAsked.title": "A question about your appeal",
  "notice.appealDecided.lead": "Your appeal was answered",
  "notice.appealDecided.link": "Read the answer",
  "notice.appealDecided.text":
    "Somebody who had no part in the decision has read it again. {outcome, select, overturned {You were right: the decision is taken back, and nothing of it counts.} lessened {The decision stands, and is made lighter.} other {The decision stands.}} The reasons are behind the link.",
  "notice.appealDecided.title": "Your appeal was answered",
  "notice.code.text":
    "Your code is {code}. It works for {minutes, plural, one {# minute} other {# minutes}}.\n\nEnter it on the page where you gave this address. If that was not you, do nothing: without the code the address is not used.",
  "notice.code.title": "{code} is your code for Millo",
  "notice.decisionMade.lead":
    "{step, select, warn {A warning} ban {You can no longer be matched} abusive {You cannot report for a time} other {You cannot be matched for a time}}",
  "notice.decisionMade.link": "Read the decision, and appeal",
  "notice.decisionMade.text":
    "{step, select, warn {The measure is a warning: it keeps you out of nothing, and counts in later decisions.} day_1 {The measure is 1 day without calls. It ends by itself.} days_7 {The measure is 7 days without calls. It ends by itself.} days_30 {The measure is 30 days without calls. It ends by itself.} abusive {The measure is a bar on reporting, for a report that was not made in good faith. It ends by itself, and you can meet people meanwhile.} other {The measure is a ban from calls. It has no end.}} It holds everywhere on Millo. A person decided; nothing was detected or decided automatically. The ground is our terms, the house rules.\n\nThe page behind the link says what was found, on which rule, from when and until when, and whether anything else comes with it.\n\nYou can appeal there, free of charge, for six months: somebody who had no part in the decision reads it again. You may also go to court. In the EU, a certified out-of-court dispute body is open to you as well.\n\nYou keep your account, this inbox and your data.",
  "notice.decisionMade.title": "A decision about your account",
  "notice.decisionUndone.lead": "It counts for nothing any more",
  "notice.decisionUndone.link": "See how things stand",
  "notice.decisionUndone.text":
    "The decision about your account that we told you of is taken back. It keeps you out of nothing and does not count later.",
  "notice.decisionUndone.title": "A decision was taken back",
  "notice.held.lead": "You cannot be matched until they have looked",
  "notice.held.link": "See how things stand",
  "notice.held.text":
    "A person is checking something about your account. This is no decision, and it usually takes minutes. You keep your account, your inbox and your data, and you will read here what came of it.",
  "notice.held.title": "A person is checking something",
  "notice.holdEnded.lead": "You can be matched again",
  "notice.holdEnded.link": "Meet somebody",
  "notice.holdEnded.text":
    "{shown, plural, one {The age check said yes, so nothing keeps you out of calls any more. What was noted about your age no longer names you.} other {A person has looked, and nothing keeps you out of calls any more. It counts for nothing later.}} Thank you for your patience.",
  "notice.holdEnded.title": "Nothing keeps you out of calls",
  "notice.mailFailed.lead": "We could not email you",
  "notice.mailFailed.link": "Check your address",
  "notice.mailFailed.text":
    "We tried to send you an email, and your mail server did not accept it. We have stopped trying. Everything that concerns you is in this inbox as well.\n\nIf the address is wrong or no longer yours, change it in your account.",
  "notice.mailFailed.title": "An email did not reach you",
  "notice.news.lead": "News about Millo",
  "notice.news.text": "{text}",
  "notice.news.title": "{title}",
  "notice.nobodyOnCall.link": "Go on call",
  "notice.nobodyOnCall.text":
    "The last shift has ended and nobody has taken over. Until somebody goes on call, alerts go to everybody who may act.",
  "notice.nobodyOnCall.title": "Nobody is on call",
  "notice.policyChanged.lead": "Version {version}",
  "notice.policyChanged.link": "Read the new version",
  "notice.policyChanged.text":
    "There is a new version of this text: {title}, version {version}. Please read it before you meet the next person. The page shows what has changed.",
  "notice.policyChanged.title": "{title} has changed",
  "notice.reportDecided.lead":
    "{acted, plural, =1 {We acted on your report} other {We found nothing that breaks a rule}}",
  "notice.reportDecided.link": "Read the answer, and appeal",
  "notice.reportDecided.text":
    "A person read your report and decided. {acted, plural, =1 {It broke a rule, and we acted.} other {We found nothing that breaks a rule in what we could see. That is not a judgement about you.}} You two never meet again either way.",
  "notice.reportDecided.title": "Your report was decided",
  "notice.reportReopened.lead": "A person looks at it again",
  "notice.reportReopened.link": "See where it stands",
  "notice.reportReopened.text":
    "The decision about your report was taken back, so the report is open again. Somebody else reads it now.",
  "notice.reportReopened.title": "Your report is open again",
  "notice.supportAnswered.lead": "Help desk, number {number}",
  "notice.supportAnswered.link": "Write again about this",
  "notice.supportAnswered.text":
    "You wrote to the help desk. The number of your message is {number}. Here is the answer.\n\n{answer}",
  "notice.supportAnswered.title": "The help desk has answered",
  "notice.supportReceived.lead": "Help desk, number {number}",
  "notice.supportReceived.text":
    "A person will read it and answer here. The number of your message is {number}; mention it if you write again.",
  "notice.supportReceived.title": "We have your message",
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
    "Everything is in your inbox. Tick what should also come by email.",
  "topics.legend": "By email, to {address}",
  "topics.noAddress":
    "We have no email address for you, so everything comes to your inbox only. You can choose what to get by email once you have confirmed an address.",
  "topics.policies.hint": "You will see them before your next call either way.",
  "topics.policies.label": "Changes to the privacy policy or the house rules",
  "topics.saved": "Saved.",
  "topics.submit": "Save",
  "topics.title": "What you get by email",
} as const;
