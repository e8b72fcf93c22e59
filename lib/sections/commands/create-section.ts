import { sections } from "@/db/schema";
import { command } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { slugFrom } from "@/lib/kernel/slug";
import { sectionManage } from "@/lib/sections/abilities";
import { addressRefusal } from "@/lib/sections/address-refusal";
import { CreateSectionInput } from "@/lib/sections/inputs";
import { lockSections } from "@/lib/sections/lock-sections";
import { parentRefusal } from "@/lib/sections/parent-refusal";

/** Opens a section at the end of the list. Fails with `address` where its slug is not one, is reserved or is taken, with `parent` where it cannot stand in the one that was chosen. */
export const createSection = command({
  name: "createSection",
  input: CreateSectionInput,
  ability: sectionManage,
  load: lockSections,
  async run({ tx, now, record }, others, input) {
    const slug = input.slug || slugFrom(input.name);
    const refused = addressRefusal(slug, others) ?? parentRefusal(null, input.parentId, others);
    if (refused) return fail(refused);
    const id = newId();
    await tx.insert(sections).values({ id, ...input, slug, position: (others.at(-1)?.position ?? -1) + 1, createdAt: now });
    await record({ name: "section.created", subjectId: id, data: { slug, name: input.name } });
    return ok({ id, slug });
  },
});
