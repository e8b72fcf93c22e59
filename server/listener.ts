import { asc, eq, gt, sql } from "drizzle-orm";
import postgres from "postgres";
import { appDatabase } from "@/db/client";
import { events } from "@/db/schema";
import { type StoryNews, storyChannel } from "@/lib/collab/story-news";
import { type EventHub, eventChannel } from "@/lib/core/events";
import { log } from "@/lib/kernel/log";

/** Events are read again from a little before the last one seen: two transactions may commit in another order than they drew numbers. */
const overlap = 200;

/** So long, in milliseconds, what other processes committed is heard later, so that what this one committed need not be read. */
const aMoment = 4;

/** Under this name each process that lives on a database can be seen there, for as long as it lives. */
export const listenerName = (processId: number | "%") => `standfirst listener ${processId}`;

/**
 * Hears of every event that any process commits, and of the stories that people write in at others, on a connection of its own. After
 * that connection broke it listens again and reads what was missed.
 */
export async function listenForEvents(url: string, hub: EventHub, news: StoryNews): Promise<{ stop(): Promise<void> }> {
  const client = postgres(url, { max: 1, idle_timeout: 0, connect_timeout: 5, fetch_types: false, onnotice: () => undefined, connection: { application_name: listenerName(process.pid) } });
  let last = await newestEvent();

  async function tell(condition: ReturnType<typeof eq>): Promise<void> {
    const rows = await appDatabase().select().from(events).where(condition).orderBy(asc(events.id)).limit(10_000);
    for (const { id, name, subjectType, subjectId, data, at } of rows) {
      last = Math.max(last, id);
      hub.announce({ id, name, subjectType, subjectId, data, at });
    }
  }

  const hear = (payload: string) => {
    const id = Number(payload);
    // Our own: its command has told it already.
    if (hub.isTold(id)) last = Math.max(last, id);
    else tell(eq(events.id, id)).catch((error) => log().error({ err: error, payload }, "an event could not be read"));
  };
  // Word of our own comes a moment before its command hears that it has committed: to read each of them would cost a question for each change.
  let isOver = false;
  const hearSoon = (payload: string) => void setTimeout(() => isOver || hear(payload), aMoment);
  const catchUp = () => {
    tell(gt(events.id, last - overlap)).catch((error) => log().error({ err: error }, "missed events could not be read"));
  };
  await client.listen(eventChannel, hearSoon, catchUp);
  await client.listen(storyChannel, news.hear);
  return {
    stop() {
      // What was heard a moment ago is asked of no database that is being closed.
      isOver = true;
      return client.end({ timeout: 2 });
    },
  };
}

async function newestEvent(): Promise<number> {
  const [row] = await appDatabase().select({ id: sql<number>`coalesce(max(${events.id}), 0)`.mapWith(Number) }).from(events);
  return row?.id ?? 0;
}
