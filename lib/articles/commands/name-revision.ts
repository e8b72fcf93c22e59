import { and, eq } from "drizzle-orm";
import { revisions } from "@/db/schema";
import { articleEdit } from "@/lib/articles/abilities";
import { lockArticle } from "@/lib/articles/article-row";
import { NameRevisionInput } from "@/lib/articles/inputs";
import { type GivenName, giveName, givenNames, nameNow } from "@/lib/articles/version-names";
import { command } from "@/lib/core/command";
import { conflict, type Failure, notFound } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";

/** Gives a kept version a name, another one, or none. The version itself stays as it is. Where somebody was faster, nothing is changed and it is said who. */
export const nameRevision = command({
  name: "nameRevision",
  input: NameRevisionInput,
  ability: articleEdit,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, input) {
    const [version] = await tx.select({ id: revisions.id, articleId: revisions.articleId, seq: revisions.seq, kind: revisions.kind, label: revisions.label }).from(revisions).where(and(eq(revisions.id, input.revisionId), eq(revisions.articleId, article.id)));
    if (!version) return fail(notFound("no_revision", "This story has no such version."));
    const given = (await givenNames(tx, article.id)).get(version.id);
    if ((given?.seq ?? 0) !== input.seen) return fail(namedMeanwhile(given));
    const before = nameNow(version, given);
    const name = input.name || null;
    if (name !== before) {
      await giveName(tx, actor, now, version, given, name);
      await record({ name: "article.revision_named", subjectId: article.id, data: { revisionId: version.id, seq: version.seq, name, before } });
    }
    return ok({ seq: version.seq, name, before });
  },
});

function namedMeanwhile(given: GivenName | undefined): Failure {
  const who = given?.by ?? "Somebody";
  return conflict("named_meanwhile", given?.name ? `${who} named this version “${given.name}” meanwhile. Nothing was changed.` : `${who} took this version’s name away meanwhile. Nothing was changed.`);
}
