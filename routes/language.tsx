import { page } from "fresh";
import { LanguagePage } from "../components/pages/LanguagePage.tsx";
import {
  define,
  languagesOf,
  ownPath,
  readForm,
  seeOther,
  setCookie,
  unprocessable,
} from "../lib/http/mod.ts";
import { languageForm } from "../lib/i18n/mod.ts";

export const handler = define.handlers({
  GET: () => page({ errors: {}, back: "/" }),
  async POST(ctx) {
    const read = await readForm(ctx, languageForm);
    if (!read.ok) {
      return unprocessable(ctx, {
        errors: { language: ctx.state.t("language.error") },
        back: ownPath(read.values.back),
      });
    }
    const headers = new Headers();
    setCookie(headers, "lang", read.value.language, ctx.state.secure);
    return seeOther(ownPath(read.value.back), headers);
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <LanguagePage
    t={state.t}
    locale={state.locale}
    languages={languagesOf(state)}
    back={data.back}
    errors={data.errors}
  />
));
