/** The safety page. */
export const safety = {
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
  "safety.danger.other": "Anywhere else, 112 works on most mobile phones.",
  "safety.danger.place.australia": "Australia",
  "safety.danger.place.europe": "Europe",
  "safety.danger.place.northAmerica": "North America",
  "safety.danger.place.unitedKingdom": "United Kingdom",
  "safety.danger.text":
    "Call the emergency number of your country first. We cannot send anybody to you.",
  "safety.danger.title": "In danger now",
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
    "You meet strangers. Most are kind, some are not. This is what helps.",
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
} as const;
