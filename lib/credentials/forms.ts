import { z } from "zod";

/** What a passkey answers; the library checks the rest of it. */
const answer = {
  id: z.string().min(1).max(1024),
  rawId: z.string().max(1024),
  type: z.literal("public-key"),
  authenticatorAttachment: z.string().optional(),
  clientExtensionResults: z.looseObject({}).default({}),
};

export const newPasskeyForm = z.object({
  ...answer,
  response: z.looseObject({
    clientDataJSON: z.string().max(4_000),
    attestationObject: z.string().max(40_000),
  }),
});

export const passkeyForm = z.object({
  ...answer,
  response: z.looseObject({
    clientDataJSON: z.string().max(4_000),
    authenticatorData: z.string().max(8_000),
    signature: z.string().max(8_000),
  }),
});
