export {
  answerTicket,
  ask,
  type Asker,
  closeTicket,
  type Desk,
  ownTicket,
  type Ticket,
} from "./actions.ts";
export { ABOUT, type About, contactForm, type Question } from "./forms.ts";
export { numberFrom, readNumber } from "./number.ts";
