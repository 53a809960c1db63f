import { HttpError } from "fresh";
import {
  type ChangedSection,
  currentDocument,
  differenceOf,
  type DocumentSlug,
  outdatedTexts,
  type PolicyDocument,
  versionsOf,
} from "../consent/mod.ts";
import { textOf, versionLinks } from "./policies.ts";
import { seeOther } from "./respond.ts";
import type { Ctx } from "./state.ts";

/**
 * A text for its page, in one version or the one in force, and what differs
 * from the version in `?since=`. Throws 404 for what there is not.
 */
export function policyData(ctx: Ctx, slug: string, version?: string) {
  const versions = versionsOf(slug);
  const find = (wanted: string) => {
    const found = versions.find((one) => String(one.version) === wanted);
    if (!found) throw new HttpError(404);
    return textOf(ctx, found);
  };
  if (versions.length === 0) throw new HttpError(404);
  const document = version === undefined
    ? textOf(ctx, currentDocument(slug as DocumentSlug))
    : find(version);
  const since = ctx.url.searchParams.get("since") || null;
  return {
    document,
    versions: versionLinks(versions, ctx.state.locale),
    since: since === null ? null : {
      version: Number(since),
      sections: differenceOf(find(since), document),
    },
  };
}

/**
 * The texts that this person is asked to agree to, whole. Somebody who agreed
 * to earlier ones is shown the changed ones only, with what changed.
 */
export async function askedTexts(ctx: Ctx) {
  const { member, millo } = ctx.state;
  const rules = textOf(ctx, currentDocument("rules"));
  const policy = textOf(ctx, currentDocument("privacy"));
  if (!member) {
    return { rules, policy, shown: [rules, policy], changes: undefined };
  }
  const outdated = await outdatedTexts(millo.store, member.accountId);
  const changes: Partial<Record<"rules" | "policy", ChangedSection[]>> = {};
  const shown: PolicyDocument[] = [];
  for (const { slug, accepted } of outdated) {
    const document = slug === "rules" ? rules : policy;
    const before = versionsOf(slug).find((one) => one.version === accepted);
    shown.push(document);
    changes[slug === "rules" ? "rules" : "policy"] = before
      ? differenceOf(textOf(ctx, before), document)
      : [];
  }
  return { rules, policy, shown, changes };
}

/** Where somebody must go before a call; null for who agreed to all texts. */
export async function textsFirst(ctx: Ctx): Promise<Response | null> {
  const { member, millo } = ctx.state;
  if (!member) return null;
  const outdated = await outdatedTexts(millo.store, member.accountId);
  return outdated.length > 0 ? seeOther("/consent") : null;
}
