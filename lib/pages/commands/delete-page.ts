import { eq } from "drizzle-orm";
import { pages } from "@/db/schema";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { DeletePageInput } from "@/lib/pages/inputs";
import { commandOnNewest } from "@/lib/pages/page-command";

/**
 * Deletes a page that readers have never had, and frees its address. Fails with `was_public` where they have, and with
 * `changed_meanwhile` where the newest version is not the one that was seen.
 */
export const deletePage = commandOnNewest({
  name: "deletePage",
  input: DeletePageInput,
  async run({ tx, now, record }, { page, newest }) {
    if (page.firstPublishedAt) return fail(conflict("was_public", "Readers have found this page. Take it off the site instead: its address then says that it is gone."));
    await tx.update(pages).set({ deletedAt: now }).where(eq(pages.id, page.id));
    await record({ name: "page.deleted", subjectId: page.id, data: { slug: page.slug, title: newest.title } });
    return ok({ id: page.id });
  },
});
