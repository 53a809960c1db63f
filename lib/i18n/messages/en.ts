export const en = {
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
    "Millo is for adults. The date travels encrypted, is compared once and dropped. It is in no log.",
  "age.why.title": "Why we ask, and what happens with it",
  "age.yearHint": "Four digits for the year.",

  "app.description":
    "Live video with a stranger, for adults. No e-mail, no phone number, no ads.",
  "app.name": "Millo",
  "app.title": "{page} · Millo",

  "consent.again":
    "A text has changed since you agreed. Read the new version before you meet someone.",
  "consent.error.policy":
    "Tick that you agree to the privacy policy. Without it we cannot let you in.",
  "consent.error.rules":
    "Tick that you will keep to the house rules. Without it we cannot let you in.",
  "consent.lead":
    "Both are needed. There is nothing else to agree to, and nothing is ticked for you.",
  "consent.leave": "No, leave and keep nothing",
  "consent.policy.agree": "I have read the privacy policy and agree",
  "consent.policy.read": "Read the whole policy",
  "consent.policy.summary": "Privacy policy, version {version}, in five lines",
  "consent.rules.agree": "I will keep to the house rules",
  "consent.rules.read": "Read all house rules",
  "consent.rules.summary": "House rules, version {version}, in five lines",
  "consent.submit": "Agree and go on",
  "consent.title": "Two short texts",

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

  "foot.label": "Legal and help",
  "foot.policy": "Privacy policy, version {version}",
  "foot.questions": "No ads, and nothing is sold. Questions:",
  "foot.rules": "House rules",

  "form.errors":
    "{count, plural, one {# thing is not right yet} other {# things are not right yet}}",

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
  "home.start": "Start",
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

  "page.home": "Millo, home page",
  "page.skip": "Skip to content",
  "page.step": "Step {step} of {of}",

  "policy.contents": "On this page",
  "policy.inForce": "Version {version}, in force since {date}",
  "policy.short": "The short of it",

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
  "talk.menu.label": "More",
  "talk.menu.mute": "Microphone on or off",
  "talk.menu.next": "Next person",
  "talk.menu.rules": "House rules",
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
} as const;
