/**
 * For: what we tell a person, in the inbox and by mail.
 * Keeps: notices for a year, mails until they are sent, wishes about mail.
 * Enter: rooms with something to tell; they add to their own write.
 */
export {
  addMail,
  addNotice,
  addWishes,
  countUnread,
  listNotices,
  mailWaitsSince,
  MAX_UNREAD,
  type NewMail,
  type NewNotice,
  type Notice,
  openNotice,
  putWish,
  wishesOf,
} from "./actions.ts";
export { noticePage, wishesForm } from "./forms.ts";
export { Sender, type SendTally } from "./sender.ts";
export { type Mailer, openSmtp } from "./smtp.ts";
export {
  type MailName,
  type NoticeName,
  type ValuesOf,
  type Wording,
  wordingOf,
} from "./templates.ts";
export {
  OPTIONAL_TOPICS,
  type OptionalTopic,
  type TopicName,
  TOPICS,
} from "./topics.ts";
export { type NoticeView, viewOf } from "./views.ts";
