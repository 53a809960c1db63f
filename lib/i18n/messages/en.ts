import { accessibility } from "./en/accessibility.ts";
import { account } from "./en/account.ts";
import { admin } from "./en/admin.ts";
import { age } from "./en/age.ts";
import { consent } from "./en/consent.ts";
import { contact } from "./en/contact.ts";
import { data } from "./en/data.ts";
import { errors } from "./en/errors.ts";
import { notices } from "./en/notices.ts";
import { policy } from "./en/policy.ts";
import { reference } from "./en/reference.ts";
import { report } from "./en/report.ts";
import { safety } from "./en/safety.ts";
import { site } from "./en/site.ts";
import { standing } from "./en/standing.ts";
import { talk } from "./en/talk.ts";

/** The catalogue by area: each first part of a key stands in one of them. */
export const areas = {
  accessibility,
  account,
  admin,
  age,
  consent,
  contact,
  data,
  errors,
  notices,
  policy,
  reference,
  report,
  safety,
  site,
  standing,
  talk,
} as const;

/** Every message, in English. */
export const en = {
  ...accessibility,
  ...account,
  ...admin,
  ...age,
  ...consent,
  ...contact,
  ...data,
  ...errors,
  ...notices,
  ...policy,
  ...reference,
  ...report,
  ...safety,
  ...site,
  ...standing,
  ...talk,
} as const;
