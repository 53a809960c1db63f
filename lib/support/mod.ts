/**
 * For: questions to the help desk and its answers.
 * Keeps: tickets and their messages, with the address that was given.
 * Enter: the contact page, and the desk by its command.
 */
export {
  answerTicket,
  ask,
  type Asker,
  closeTicket,
  type Desk,
  ownTicket,
  type Ticket,
} from "./actions.ts";
export {
  ABOUT,
  type About,
  contactForm,
  MAX_FORM,
  type Question,
} from "./forms.ts";
export { numberFrom, readNumber } from "./number.ts";
