import { csrf } from "fresh";

/** A form may only come from a page of this very site. */
export const ownOrigin = csrf<unknown>({
  origin: (origin, ctx) => {
    const { millo } = ctx.state as { millo: { config: { origin: unknown } } };
    return origin === (millo.config.origin ?? ctx.url.origin);
  },
});
