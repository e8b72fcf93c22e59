import { and, eq } from "drizzle-orm";
import type { CommandContext } from "@/lib/core/command";
import { actorName, personIdOf } from "@/lib/core/actor";
import { pageRevisions, pages } from "@/db/schema";
import { conflict, invalid, notFound } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { BringBackPageInput, RewritePageInput } from "@/lib/pages/inputs";
import type { PageRevisionRow } from "@/lib/pages/lock-pages";
import { pageBody, pageSlugProblem } from "@/lib/pages/page";
import { commandOnNewest } from "@/lib/pages/page-command";

/**
 * Saves another version; readers keep the one they have until it is published. A version that says the same is not kept twice. Fails
 * with `changed_meanwhile` where somebody else saved since, and with `address_settled` once readers have found the page at its address.
 */
export const rewritePage = commandOnNewest({
  name: "rewritePage",
  input: RewritePageInput,
  async run(context, { page, newest, all }, { title, purpose, typed, ...input }) {
    const slug = input.slug || page.slug;
    const problem = pageSlugProblem(slug, all.filter((other) => other.id !== page.id));
    if (problem) return fail(invalid("address", problem, { fields: { slug: problem } }));
    if (slug !== page.slug && page.firstPublishedAt) return fail(settled(page.slug));
    const read = pageBody(typed);
    if ("problem" in read) return fail(invalid("text", read.problem, { fields: { typed: read.problem } }));
    if (slug !== page.slug) await context.tx.update(pages).set({ slug }).where(eq(pages.id, page.id));
    else if (newest.title === title && newest.purpose === purpose && newest.typed === typed) return ok({ seq: newest.seq });
    return ok({ seq: await keepVersion(context, newest, { title, purpose, typed, body: read.body }) });
  },
});

/** Makes a former version the newest again; the ones between stay. */
export const bringBackPage = commandOnNewest({
  name: "bringBackPage",
  input: BringBackPageInput,
  async run(context, { newest }, { version }) {
    const [former] = await context.tx.select().from(pageRevisions).where(and(eq(pageRevisions.pageId, newest.pageId), eq(pageRevisions.seq, version)));
    if (!former) return fail(notFound("no_version", "There is no such version."));
    const { title, purpose, typed, body } = former;
    return ok({ seq: await keepVersion(context, newest, { title, purpose, typed, body }, version) });
  },
});

type Words = Pick<PageRevisionRow, "title" | "purpose" | "typed" | "body">;

async function keepVersion({ tx, actor, now, record }: CommandContext, { pageId, ...newest }: PageRevisionRow, words: Words, broughtBack?: number): Promise<number> {
  const seq = newest.seq + 1;
  await tx.insert(pageRevisions).values({ pageId, seq, ...words, savedBy: personIdOf(actor), savedByName: actorName(actor), createdAt: now });
  await record({ name: "page.rewritten", subjectId: pageId, data: { seq, title: words.title, ...(broughtBack ? { broughtBack } : {}) } });
  return seq;
}

const settled = (slug: string) => {
  const message = `Readers have found this page at “/about/${slug}”, so this address stays.`;
  return conflict("address_settled", message, { fields: { slug: message } });
};
