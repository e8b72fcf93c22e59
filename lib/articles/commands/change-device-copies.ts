import { eq } from "drizzle-orm";
import { articles } from "@/db/schema";
import { articleEdit } from "@/lib/articles/abilities";
import { lockArticle } from "@/lib/articles/article-row";
import { DeviceCopiesInput } from "@/lib/articles/inputs";
import { command } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";

/** Says whether the browsers of those who write a story may keep a copy of it. Forbidden, open editors drop theirs at once, others when their device opens a story next. To say what stands already changes nothing. */
export const changeDeviceCopies = command({
  name: "changeDeviceCopies",
  input: DeviceCopiesInput,
  ability: articleEdit,
  load: lockArticle,
  async run({ tx, record }, article, { allowed }) {
    if (article.keptOffDevices === !allowed) return ok({ allowed });
    await tx.update(articles).set({ keptOffDevices: !allowed }).where(eq(articles.id, article.id));
    await record({ name: allowed ? "article.allowed_on_devices" : "article.kept_off_devices", subjectId: article.id });
    return ok({ allowed });
  },
});
