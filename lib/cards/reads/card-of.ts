import { eq, inArray } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { publicArticles, publicArticleTags, publicBylines, publicMedia, publicPeople, publicSeries, publicSeriesParts } from "@/db/schema";
import { leadPictureId } from "@/lib/articles/reads/cards";
import { socialTitle } from "@/lib/articles/outside-titles";
import { type CardPlace, cardSize, listCard, ofThePaper, paperCard, type SocialCard, storyCard } from "@/lib/cards/card";
import { paperFrame } from "@/lib/settings/reads/paper-frame";

/** What the card of a place says now; null where readers see nothing there. */
export async function cardOf({ of, id }: CardPlace): Promise<SocialCard | null> {
  const { paper, sections } = await paperFrame();
  const db = readerDatabase();
  switch (of) {
    case "paper":
      return paperCard(paper);
    case "section": {
      const section = sections.find((one) => one.id === id);
      return section ? listCard(paper, { name: section.name, says: section.description, accent: section.accent }) : null;
    }
    case "story": {
      const { headline, socialHeadline, kicker, language, sectionName, accent } = publicArticles;
      const [story] = await db.select({ headline, socialHeadline, kicker, language, sectionName, accent }).from(publicArticles).where(eq(publicArticles.id, id));
      return story ? storyCard(paper, { ...story, headline: socialTitle(story), section: { name: story.sectionName, accent: story.accent } }) : null;
    }
    case "tag": {
      const [tag] = await db.select({ name: publicArticleTags.name, says: publicArticleTags.intro }).from(publicArticleTags).where(eq(publicArticleTags.tagId, id)).limit(1);
      return tag ? listCard(paper, tag) : null;
    }
    case "author": {
      const [author] = await db.select({ name: publicPeople.name, says: publicPeople.bio }).from(publicPeople).where(eq(publicPeople.id, id));
      return author ? listCard(paper, author) : null;
    }
    case "series": {
      const [series] = await db.select({ name: publicSeries.title, says: publicSeries.intro }).from(publicSeries).where(eq(publicSeries.id, id));
      return series ? listCard(paper, series) : null;
    }
  }
}

/**
 * Everything whose card is to be drawn when a story has come out: its own, where no picture of it is as wide as a card, the paper's, and
 * those of the lists in which it stands. Empty where it is not public.
 */
export async function placesOfStory(articleId: string): Promise<CardPlace[]> {
  const db = readerDatabase();
  const [story] = await db.select({ sectionId: publicArticles.sectionId, across: publicMedia.width }).from(publicArticles).leftJoin(publicMedia, eq(publicMedia.id, leadPictureId)).where(eq(publicArticles.id, articleId));
  if (!story) return [];
  const [tags, signing, series] = await Promise.all([
    db.select({ id: publicArticleTags.tagId }).from(publicArticleTags).where(eq(publicArticleTags.articleId, articleId)),
    db.select({ id: publicPeople.id }).from(publicPeople).where(inArray(publicPeople.id, db.select({ id: publicBylines.personId }).from(publicBylines).where(eq(publicBylines.articleId, articleId)))),
    db.select({ id: publicSeriesParts.seriesId }).from(publicSeriesParts).where(eq(publicSeriesParts.articleId, articleId)),
  ]);
  const all = (of: CardPlace["of"], rows: readonly { id: string }[]) => rows.map(({ id }) => ({ of, id }));
  const own = (story.across ?? 0) < cardSize.width ? [{ of: "story" as const, id: articleId }] : [];
  return [...own, ofThePaper, ...(story.sectionId ? [{ of: "section" as const, id: story.sectionId }] : []), ...all("tag", tags), ...all("author", signing), ...all("series", series)];
}
