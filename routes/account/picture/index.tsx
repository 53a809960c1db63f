import { page } from "fresh";
import { z } from "zod";
import { PicturePage } from "../../../components/pages/account/PicturePage.tsx";
import {
  findPicture,
  LARGEST_PICTURE,
  removePicture,
  savePicture,
  smallPicture,
} from "../../../lib/accounts/mod.ts";
import {
  again,
  type Ctx,
  define,
  type FormErrors,
  readForm,
  requireChatter,
  seeOther,
} from "../../../lib/app/mod.ts";

/** The form around the file is small. */
const limit = LARGEST_PICTURE + 64 * 1024;

const pictureForm = z.object({
  picture: z.instanceof(File).optional(),
  remove: z.string().optional(),
});

export const handler = define.handlers({
  async GET(ctx) {
    return page(await shown(ctx, {}));
  },
  async POST(ctx) {
    const { account } = requireChatter(ctx);
    const { millo: { store, clock }, t } = ctx.state;
    const read = await readForm(ctx, pictureForm, { limit });
    const { picture, remove } = read.ok ? read.value : {};
    if (remove) {
      await removePicture(store, account);
      return seeOther("/account/picture");
    }
    if (!picture) {
      const errors = { picture: t("account.error.picture.none") };
      return again(ctx, await shown(ctx, errors));
    }
    const small = await smallPicture(
      new Uint8Array(await picture.arrayBuffer()),
    );
    if (!small.ok) {
      const errors = { picture: t(`account.error.picture.${small.refusal}`) };
      return again(ctx, await shown(ctx, errors));
    }
    await savePicture(store, account, small.value, clock.now());
    return seeOther("/account/picture");
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <PicturePage t={state.t} {...data} />
));

/** The address of a new picture is new, so that no old one is shown. */
async function shown(
  ctx: Ctx,
  errors: FormErrors,
): Promise<{ shown: string | null; errors: FormErrors }> {
  const { account } = requireChatter(ctx);
  const image = await findPicture(ctx.state.millo.store, account);
  if (!image) return { shown: null, errors };
  const hash = await crypto.subtle.digest("SHA-256", new Uint8Array(image));
  return { shown: new Uint8Array(hash).toHex().slice(0, 16), errors };
}
