import { articleEdit } from "@/lib/articles/abilities";
import { lockArticle } from "@/lib/articles/article-row";
import { cutRevision } from "@/lib/articles/cut-revision";
import { KeepRevisionInput } from "@/lib/articles/inputs";
import { committedContent } from "@/lib/articles/update-log";
import { command } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";

/** Keeps the working copy as it stands as a named version. Without a name and without a change nothing new is kept: `seq` is null. */
export const keepRevision = command({
  name: "keepRevision",
  input: KeepRevisionInput,
  ability: articleEdit,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, input) {
    const revision = await cutRevision(tx, actor, now, article.id, await committedContent(tx, article.id), { kind: "named", label: input.label });
    if (revision) await record({ name: "article.revision_kept", subjectId: article.id, data: { revisionId: revision.id, label: input.label } });
    return ok({ seq: revision?.seq ?? null });
  },
});
