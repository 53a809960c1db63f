import { z } from "zod";

/** What a question may be about. */
export const ABOUT = [
  "call",
  "account",
  "privacy",
  "safety",
  "other",
] as const;

export type About = typeof ABOUT[number];

/** An empty field of a form is no answer. */
const nothing = z.literal("").transform(() => null);

const address = z.email("contact.error.address").max(254);

const fields = {
  about: z.enum(ABOUT, "contact.error.about"),
  text: z.string("contact.error.text").trim().min(1, "contact.error.text")
    .max(4000, "contact.error.textLong"),
  /** Names the form, so that sending it twice makes one ticket. */
  form: z.string().regex(/^[0-9a-z]{26}$/),
  /** The number of an earlier question that this one goes on with. */
  ticket: z.string().max(20).optional(),
  /** People do not see this field; machines fill it in. */
  website: z.literal("", "contact.error.trap").optional(),
};

/** Whoever has an inbox may leave the address out; else it is the one way. */
export function contactForm({ inbox }: { inbox: boolean }) {
  const trimmed = z.string("contact.error.address").trim();
  return z.object({
    ...fields,
    address: inbox
      ? trimmed.pipe(z.union([nothing, address], "contact.error.address"))
      : trimmed.pipe(address),
  });
}

export type Question = z.output<ReturnType<typeof contactForm>>;
