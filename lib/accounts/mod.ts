export {
  addAccount,
  type Chatter,
  findSession,
  type NewAccount,
} from "./actions.ts";
