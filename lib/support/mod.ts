/**
 * For: questions to the help desk and its answers.
 * Keeps: tickets and their messages, with the address that was given.
 * Enter: the contact page, and whoever answers, by a command.
 */
export {
  answerTicket,
  ask,
  type Asker,
  closeTicket,
  ownTicket,
  type SupportDeps,
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
