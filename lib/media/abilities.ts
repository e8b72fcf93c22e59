import { eq } from "drizzle-orm";
import { mediaAssets } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { type Ability, byRole, may, nothing } from "@/lib/policy/ability";

/** Adding pictures: everybody who writes. */
export const mediaUpload = byRole("media.upload", "media.upload");

/** Seeing the desk's pictures and what is known of them. */
export const mediaSee = byRole("media.see", "media.upload");

/** Saying what a picture shows and whose it is: one's own, or any where one may edit any story. */
export const mediaDescribe: Ability<{ uploadedBy: string | null }> = {
  name: "media.describe",
  check: (actor, row) => may(actor, "article.edit_any") || (may(actor, "media.upload") && isOwn(actor, row)),
  where: (actor) => (may(actor, "article.edit_any") ? undefined : may(actor, "media.upload") && actor.kind === "person" ? eq(mediaAssets.uploadedBy, actor.personId) : nothing),
};

const isOwn = (actor: Actor, row: { uploadedBy: string | null }) => actor.kind === "person" && row.uploadedBy === actor.personId;
