import { z } from "zod";
import { toPlain } from "../text/mod.ts";
import { OPTIONAL_TOPICS, type OptionalTopic } from "./topics.ts";

/** Pages of the inbox go no further. */
export const MAX_PAGES = 24;

/** The page in an address; what is no page is the first. */
export const noticePage = z.string().transform(toPlain).transform(Number)
  .pipe(z.number().int().min(1).max(MAX_PAGES)).catch(1);

/** A box for each topic with a switch; one without a tick is not sent. */
export const wishesForm = z.object(
  Object.fromEntries(
    OPTIONAL_TOPICS.map((topic) => [topic, z.string().optional()]),
  ),
).transform((boxes) =>
  Object.fromEntries(
    OPTIONAL_TOPICS.map((topic) => [topic, boxes[topic] !== undefined]),
  ) as Partial<Record<OptionalTopic, boolean>>
);
