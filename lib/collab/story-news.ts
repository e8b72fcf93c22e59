import { sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { tellAtMostEvery } from "@/lib/collab/limits";
import { UnderWay } from "@/lib/collab/under-way";
import { newId } from "@/lib/kernel/ids";
import { log } from "@/lib/kernel/log";

/** PostgreSQL tells every process here that another has taken something into a story. Whoever hears it reads the log: nothing of the text goes this way. */
export const storyChannel = "standfirst_stories";

/**
 * How processes that serve one paper hear of each other's stories. A word that gets lost costs a moment and nothing else: every open
 * story is caught up with its log now and then in any case.
 */
export type StoryNews = {
  /** Says, soon and not for every letter, that this process has taken something into the story. */
  tell(articleId: string): void;
  /** Says what is still to be said; when this resolves, nothing more is asked of the database until somebody tells again. */
  quiet(): Promise<void>;
  /** What PostgreSQL told. */
  hear(payload: string): void;
  /** Calls back with the story into which another process has taken something. */
  subscribe(handler: (articleId: string) => void): () => void;
};

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    storyNews: StoryNews;
  }
}

export function createStoryNews(): StoryNews {
  const self = newId();
  const handlers = new Set<(articleId: string) => void>();
  /** Stories of which was told a moment ago, and whether there is more to tell when that is over. */
  const told = new Map<string, { more: boolean; over: ReturnType<typeof setTimeout> }>();
  const underWay = new UnderWay();
  const notify = (articleId: string) => {
    underWay.follow(appDatabase().execute(sql`select pg_notify(${storyChannel}, ${`${self} ${articleId}`})`)).catch((error) => log().debug({ err: error, articleId }, "other processes were not told of a change; they will find it"));
  };
  const say = (articleId: string) => {
    const over = setTimeout(() => {
      const { more } = told.get(articleId) ?? {};
      told.delete(articleId);
      if (more) say(articleId);
    }, tellAtMostEvery);
    over.unref();
    told.set(articleId, { more: false, over });
    notify(articleId);
  };
  return {
    tell(articleId) {
      const recent = told.get(articleId);
      if (recent) recent.more = true;
      else say(articleId);
    },
    async quiet() {
      for (const [articleId, { more, over }] of [...told]) {
        clearTimeout(over);
        told.delete(articleId);
        if (more) notify(articleId);
      }
      await underWay.over();
    },
    hear(payload) {
      const [teller, articleId] = payload.split(" ");
      // Our own comes back to us, too.
      if (articleId && teller !== self) for (const handler of handlers) handler(articleId);
    },
    subscribe(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
  };
}
