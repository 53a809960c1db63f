/** The help desk. */
export const CONTACT = "millohelpdesk@gmail.com";
