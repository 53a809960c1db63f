/** The accessibility statement. */
export const accessibility = {
  "access.calls.aloud":
    "A screen reader announces at once when someone arrives or leaves, and when a call is interrupted. Searching and messages are read out when nothing else is.",
  "access.calls.keys":
    "Everything is a button that you can reach with Tab, in the order in which you see it. The keys below are shortcuts to the same buttons. None of them acts in a text field, together with Ctrl, Alt or the command key, or while a menu is open.",
  "access.calls.text":
    "You can take part without a camera, without a microphone, or without both: there is text beside the picture. Speech is not turned into captions.",
  "access.calls.title": "In a call",
  "access.contact.text":
    "Write to the help desk and say what you were trying to do, on which page, and with what device or software. A person answers. If the answer does not help, you can complain to the accessibility authority where you live.",
  "access.contact.title": "If something gets in your way",
  "access.keys.camera": "Camera on or off",
  "access.keys.mute": "Microphone on or off",
  "access.keys.next": "Next person, in a call or after one",
  "access.keys.report": "Report this person",
  "access.keys.stop": "Stop looking",
  "access.keys.title": "All keys",
  "access.lead":
    "Everyone who may use Millo should be able to: by eye, by ear, by keyboard and by touch. This page says how far we have got.",
  "access.limits.captions":
    "Calls have no captions and no sign language interpreter, and the other person may not type.",
  "access.limits.picture":
    "Text over moving video has a dark background, but what the other person shows is up to them: it may flash or have little contrast. Next ends it.",
  "access.limits.script":
    "The call itself needs JavaScript, WebRTC and permission to use the camera. Every other page works without them.",
  "access.limits.title": "What does not work yet",
  "access.pages.motion":
    "Nothing moves if your device asks for less motion, and nothing flashes.",
  "access.pages.size":
    "Pages fit a screen 320 pixels wide, and text at twice its size, without sideways scrolling. Everything you press is at least 44 pixels high, unless it is part of a sentence.",
  "access.pages.text":
    "Colours follow your device, light or dark, and all text has a contrast of at least 4.5 to 1. Colour is never the only sign: there is always a word beside it.",
  "access.pages.title": "On every page",
  "access.proof.text":
    "We aim for WCAG 2.2, level AA. Before every change goes out, axe-core checks each page on a phone and on a desktop, in light and dark and with text at twice its size, and a test gets from the first page into a call with the keyboard alone. People with disabilities have not tested it yet.",
  "access.proof.title": "How we check",
  "access.title": "Accessibility",
} as const;
