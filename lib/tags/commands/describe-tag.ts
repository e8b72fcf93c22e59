import { eq } from "drizzle-orm";
import { rowLock } from "@/db/row-lock";
import { tags } from "@/db/schema";
import { command } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";
import { tagDescribe } from "@/lib/tags/abilities";
import { DescribeTagInput } from "@/lib/tags/inputs";

/** Gives a tag the introduction that stands at the head of its page and in its feeds, or takes it away. */
export const describeTag = command({
  name: "describeTag",
  input: DescribeTagInput,
  ability: tagDescribe,
  load: async (tx, { tagId }) => (await tx.select().from(tags).where(eq(tags.id, tagId)).for(rowLock))[0] ?? null,
  async run({ tx, record }, tag, { intro }) {
    await tx.update(tags).set({ intro }).where(eq(tags.id, tag.id));
    await record({ name: "tag.described", subjectId: tag.id, data: { slug: tag.slug } });
    return ok({ slug: tag.slug });
  },
});
