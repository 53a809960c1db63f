import { sha256 } from "../../kernel/mod.ts";
import type { Store } from "../../store/mod.ts";
import type { Member } from "../actions.ts";
import { findPicture } from "./actions.ts";

const MARK_LENGTH = 16;

/**
 * Where the picture of a member is shown; null without one. The address of a
 * new picture is new, so that no browser shows the old one.
 */
export async function pictureAddress(
  store: Store,
  member: Member,
): Promise<string | null> {
  const image = await findPicture(store, member);
  if (!image) return null;
  return `/account/picture/image?of=${sha256(image).slice(0, MARK_LENGTH)}`;
}
