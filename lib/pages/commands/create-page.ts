import { pageRevisions, pages } from "@/db/schema";
import { actorName, personIdOf } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { bodyFromMarkdown } from "@/lib/content/from-markdown";
import { invalid } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { slugFrom } from "@/lib/kernel/slug";
import { pageManage } from "@/lib/pages/abilities";
import { CreatePageInput } from "@/lib/pages/inputs";
import { lockPages } from "@/lib/pages/lock-pages";
import { pageSlugProblem } from "@/lib/pages/page";

/** Begins a page at the end of the list; readers see nothing of it. Fails with `address` where its slug is not one or is taken. */
export const createPage = command({
  name: "createPage",
  input: CreatePageInput,
  ability: pageManage,
  load: lockPages,
  async run({ tx, actor, now, record }, others, { title, purpose, ...input }) {
    const slug = input.slug || slugFrom(title);
    const problem = pageSlugProblem(slug, others);
    if (problem) return fail(invalid("address", problem, { fields: { slug: problem } }));
    const id = newId();
    await tx.insert(pages).values({ id, slug, position: (others.at(-1)?.position ?? -1) + 1, createdAt: now });
    await tx.insert(pageRevisions).values({ pageId: id, seq: 1, title, purpose, typed: "", body: bodyFromMarkdown(""), savedBy: personIdOf(actor), savedByName: actorName(actor), createdAt: now });
    await record({ name: "page.created", subjectId: id, data: { slug, title } });
    return ok({ id, slug });
  },
});
