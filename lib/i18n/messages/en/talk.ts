/** The live page. */
export const talk = {
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
  "talk.call.report": "Report",
  "talk.call.theyHide": "Their camera is off",
  "talk.call.title": "In a call",
  "talk.call.waiting": "Their picture is on its way",
  "talk.call.you": "You",
  "talk.chat.failed": "Not sent",
  "talk.chat.field": "Message",
  "talk.chat.label": "Text",
  "talk.chat.large":
    "These characters take more room than a message has. Shorten it.",
  "talk.chat.left":
    "{left, plural, one {# character left} other {# characters left}}",
  "talk.chat.log": "Messages",
  "talk.chat.me": "You:",
  "talk.chat.over":
    "{over, plural, one {# character too long} other {# characters too long}}",
  "talk.chat.placeholder": "Write something",
  "talk.chat.send": "Send",
  "talk.chat.them": "They:",
  "talk.chat.typing": "They are typing",
  "talk.controls": "Controls",
  "talk.ended.after": "Ended after {time}",
  "talk.ended.block.done": "Blocked. You never meet again.",
  "talk.ended.block.failed":
    "That did not work. Try again, or block them from the list of your calls.",
  "talk.ended.block.none":
    "A block lasts until you lift it. They are not told.",
  "talk.ended.block.sending": "One moment …",
  "talk.ended.blockAct": "Block",
  "talk.ended.elsewhere": "Millo is open in another window",
  "talk.ended.elsewhereText": "Continue there, or press Next to continue here.",
  "talk.ended.failed": "The call did not start",
  "talk.ended.failedText":
    "Nothing is wrong with you or with them. Try the next person.",
  "talk.ended.interrupted": "The call was interrupted",
  "talk.ended.interruptedText":
    "The connection broke and could not be restored.",
  "talk.ended.left": "They left",
  "talk.ended.notAgain": "Rather not again?",
  "talk.ended.report": "Report them",
  "talk.ended.seconds":
    "You talked for {seconds, plural, one {# second} other {# seconds}}.",
  "talk.ended.stop": "Stop for now",
  "talk.ended.talked":
    "You talked for {minutes, plural, one {# minute} other {# minutes}} and {seconds, plural, one {# second} other {# seconds}}.",
  "talk.ended.wrong": "Was something wrong?",
  "talk.ended.wrongText":
    "For 15 minutes a report takes the text of the call along. We know who it was; you need no proof.",
  "talk.ended.youLeft": "You left",
  "talk.home": "Millo, home page",
  "talk.interrupted.text":
    "It is not you. We keep trying, and you can leave this page open.",
  "talk.interrupted.title": "We lost the connection",
  "talk.menu.camera": "Camera on or off",
  "talk.menu.choices": "Privacy choices",
  "talk.menu.label": "More",
  "talk.menu.mute": "Microphone on or off",
  "talk.menu.next": "Next person",
  "talk.menu.optedOut": "Opt-out request honoured",
  "talk.menu.report": "Report this person",
  "talk.menu.rules": "House rules",
  "talk.menu.sale": "Do Not Sell or Share My Personal Information",
  "talk.menu.stop": "Leave Millo",
  "talk.ready.again": "Try again",
  "talk.ready.asking.text":
    "Your browser is asking you now. Allow it, and you see yourself here.",
  "talk.ready.asking.title": "Waiting for your camera",
  "talk.ready.busy.text":
    "Another program is using the camera. Close it, then press Try again.",
  "talk.ready.busy.title": "The camera is in use",
  "talk.ready.find": "Find someone",
  "talk.ready.hint":
    "Nobody sees you until you press Find someone. They see you unmirrored.",
  "talk.ready.insecure.text":
    "Browsers allow the camera only on pages whose address begins with https. Open Millo that way.",
  "talk.ready.insecure.title": "The camera needs a secure address",
  "talk.ready.missing.text":
    "Your browser finds no camera or no microphone. Plug one in or switch it on, then press Try again.",
  "talk.ready.missing.title": "No camera or microphone found",
  "talk.ready.onlyYou": "Only you see this",
  "talk.ready.preview": "Your own picture",
  "talk.ready.refused.text":
    "Press the icon beside the address, allow camera and microphone, then Try again.",
  "talk.ready.refused.title": "Your browser is blocking the camera",
  "talk.ready.step": "Step {step} of {of}",
  "talk.ready.title": "Check your picture",
  "talk.ready.what":
    "When you find someone, you see and hear each other at once. Leave whenever you like: one press ends the call.",
  "talk.ready.without":
    "Or continue without it: they cannot see or hear you then, and you can type.",
  "talk.script":
    "The call needs JavaScript, which is off in this browser. Turn it on for Millo, then reload this page.",
  "talk.searching.stop": "Stop looking",
  "talk.searching.text": "We are looking. You can leave this page open.",
  "talk.searching.title": "Looking for someone",
  "talk.searching.waited": "Waiting for {time}",
  "talk.skip": "Skip to the call controls",
  "talk.title": "Talk",
} as const;
