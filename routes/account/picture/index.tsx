import { page } from "fresh";
import { z } from "zod";
import { PicturePage } from "../../../components/pages/account/PicturePage.tsx";
import {
  MAX_PICTURE,
  pictureAddress,
  savePicture,
  smallPicture,
} from "../../../lib/accounts/mod.ts";
import {
  type FormErrors,
  type MemberCtx,
  members,
  readForm,
  seeOther,
  unprocessable,
} from "../../../lib/http/mod.ts";

/** The form around the file is small. */
const limit = MAX_PICTURE + 64 * 1024;

const pictureForm = z.object({ picture: z.instanceof(File).optional() });

export const handler = members.handlers({
  async GET(ctx) {
    return page(await shown(ctx, {}));
  },
  async POST(ctx) {
    const { principal: member, millo: { store, clock }, t } = ctx.state;
    const read = await readForm(ctx, pictureForm, { limit });
    const { picture } = read.ok ? read.value : {};
    if (!picture) {
      const errors = { picture: t("account.error.picture.none") };
      return unprocessable(ctx, await shown(ctx, errors));
    }
    const small = await smallPicture(
      new Uint8Array(await picture.arrayBuffer()),
    );
    if (!small.ok) {
      const errors = { picture: t(`account.error.picture.${small.refusal}`) };
      return unprocessable(ctx, await shown(ctx, errors));
    }
    await savePicture(store, member, small.value, clock.now());
    return seeOther("/account/picture");
  },
});

export default members.page<typeof handler>(({ data, state }) => (
  <PicturePage t={state.t} {...data} />
));

async function shown(
  ctx: MemberCtx,
  errors: FormErrors,
): Promise<{ shown: string | null; errors: FormErrors }> {
  const { principal: member, millo: { store } } = ctx.state;
  return { shown: await pictureAddress(store, member), errors };
}
