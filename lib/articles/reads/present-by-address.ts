import { inArray } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicArticles } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import type { PresentPerson } from "@/lib/articles/desk-views";

/** Who is in which of the stories that readers see, by the path at which each stands; of the others nothing is said. `present` is by the stories' ids. */
export async function presentByAddress(present: Readonly<Record<string, PresentPerson[]>>): Promise<Record<string, PresentPerson[]>> {
  const ids = Object.keys(present);
  if (ids.length === 0) return {};
  const rows = await readerDatabase().select({ id: publicArticles.id, slug: publicArticles.slug, sectionSlug: publicArticles.sectionSlug }).from(publicArticles).where(inArray(publicArticles.id, ids));
  return Object.fromEntries(rows.flatMap(({ id, slug, sectionSlug }) => (slug ? [[articlePath(sectionSlug, slug), present[id] ?? []]] : [])));
}
