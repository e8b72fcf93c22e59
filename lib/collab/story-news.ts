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
  /** Says, soon and not for every letter, that this process has taken something into the document of that name: a story, or a copy of one. */
  tell(documentName: string): void;
  /** Says what is still to be said; when this resolves, nothing more is asked of the database until somebody tells again. */
  quiet(): Promise<void>;
  /** What PostgreSQL told. */
  hear(payload: string): void;
  /** Calls back with the name of the document into which another process has taken something. */
  subscribe(handler: (documentName: string) => void): () => void;
};

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    storyNews: StoryNews;
  }
}

export function createStoryNews(): StoryNews {
  const self = newId();
  const handlers = new Set<(documentName: string) => void>();
  /** Stories of which was told a moment ago, and whether there is more to tell when that is over. */
  const told = new Map<string, { more: boolean; over: ReturnType<typeof setTimeout> }>();
  const underWay = new UnderWay();
  const notify = (documentName: string) => {
    underWay.follow(appDatabase().execute(sql`select pg_notify(${storyChannel}, ${`${self} ${documentName}`})`)).catch((error) => log().debug({ err: error, documentName }, "other processes were not told of a change; they will find it"));
  };
  const say = (documentName: string) => {
    const over = setTimeout(() => {
      const { more } = told.get(documentName) ?? {};
      told.delete(documentName);
      if (more) say(documentName);
    }, tellAtMostEvery);
    over.unref();
    told.set(documentName, { more: false, over });
    notify(documentName);
  };
  return {
    tell(documentName) {
      const recent = told.get(documentName);
      if (recent) recent.more = true;
      else say(documentName);
    },
    async quiet() {
      for (const [documentName, { more, over }] of [...told]) {
        clearTimeout(over);
        told.delete(documentName);
        if (more) notify(documentName);
      }
      await underWay.over();
    },
    hear(payload) {
      const [teller, documentName] = payload.split(" ");
      // Our own comes back to us, too.
      if (documentName && teller !== self) for (const handler of handlers) handler(documentName);
    },
    subscribe(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
  };
}
