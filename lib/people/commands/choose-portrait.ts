import { eq } from "drizzle-orm";
import { mediaAssets, people } from "@/db/schema";
import { personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { notFound } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { portraitChoose } from "@/lib/people/abilities";
import { ChoosePortraitInput } from "@/lib/people/inputs";

/** Puts a picture beside one's own name. It must be one that oneself took in: nobody's face becomes public by another's choice. */
export const choosePortrait = command({
  name: "choosePortrait",
  input: ChoosePortraitInput,
  ability: portraitChoose,
  async load(tx, { assetId }) {
    const [picture] = await tx.select({ id: mediaAssets.id, uploadedBy: mediaAssets.uploadedBy }).from(mediaAssets).where(eq(mediaAssets.id, assetId));
    return picture ?? null;
  },
  async run({ tx, actor, record }, picture) {
    const personId = personIdOf(actor);
    if (!personId) return fail(notFound("nobody", "Nobody is signed in."));
    await tx.update(people).set({ portraitAssetId: picture.id }).where(eq(people.id, personId));
    await record({ name: "person.profile_changed", subjectId: personId, data: { personId } });
    return ok({});
  },
});
