import { z } from "zod";
import {
  isBlank,
  readMailAddress,
  type TextLimit,
  unifyLineBreaks,
  within,
} from "../text/mod.ts";

/** What a question may be about. */
export const ABOUT = [
  "call",
  "account",
  "privacy",
  "safety",
  "other",
] as const;

export type About = typeof ABOUT[number];

/** How long a message may be. With its record it fits one value of the store. */
export const MAX_TEXT: TextLimit = { characters: 4000, bytes: 48_000 };

/** Bytes of the form that carries it: each byte of a letter is sent as three. */
export const MAX_FORM = 3 * MAX_TEXT.bytes + 8 * 1024;

const fields = {
  about: z.enum(ABOUT, "contact.error.about"),
  text: z.string("contact.error.text").transform(unifyLineBreaks).pipe(
    z.string().trim()
      .refine((text) => !isBlank(text), "contact.error.text")
      .superRefine(within(MAX_TEXT, "contact.error.textLong")),
  ),
  /** Names the form, so that sending it twice makes one ticket. */
  form: z.string().regex(/^[0-9a-z]{26}$/),
  /** The number of an earlier question that this one goes on with. */
  ticket: z.string().max(20).optional(),
  /** People do not see this field; machines fill it in. */
  website: z.literal("", "contact.error.trap").optional(),
};

/** Whoever has an inbox may leave the address out; else it is the one way. */
export function contactForm({ inbox }: { inbox: boolean }) {
  const address = z.string("contact.error.address");
  return z.object({
    ...fields,
    address: inbox
      ? address.transform((typed) => isBlank(typed) ? null : read(typed))
        .pipe(address.nullable())
      : address.transform(read).pipe(address),
  });
}

/** Undefined for what is no address: null is for none at all. */
function read(typed: string): string | undefined {
  return readMailAddress(typed) ?? undefined;
}

export type Question = z.output<ReturnType<typeof contactForm>>;
