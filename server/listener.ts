import { asc, desc, gt, inArray } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { appDatabase } from "@/db/client";
import { events } from "@/db/schema";
import { type EventHub, eventChannel } from "@/lib/core/events";
import { log } from "@/lib/kernel/log";

/** What every listener's connection is called; two servers on one data folder are told by it. */
export const listenerName = "standfirst listener";

const reconnectAfterMs = 250;
/** A NOTIFY may be lost without anybody noticing (a proxy, a half-open connection); asking now and then finds it all the same. */
const askEveryMs = 4_000;
/** How far back we look again: an event's number is drawn before its transaction commits, so a lower one may come after a higher one. */
const lookBack = 1_000;
const batch = 500;

export type Listener = { isListening(): boolean; stop(): Promise<void> };

/**
 * Tells this process's subscribers every event that any process commits: by NOTIFY at once, and by reading the table after a
 * connection was lost and every few seconds. Each event is told at least once, from the moment this resolves.
 */
export async function startListener(url: string, hub: EventHub): Promise<Listener> {
  const listener = new EventListener(url, hub);
  await listener.start();
  return listener;
}

class EventListener implements Listener {
  private newest = 0;
  private readonly told = new Set<number>();
  private sql: Sql | null = null;
  private listening = false;
  private stopped = false;
  private reading: Promise<void> = Promise.resolve();
  private askedAgain = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly url: string,
    private readonly hub: EventHub,
  ) {}

  isListening(): boolean {
    return this.listening;
  }

  async start(): Promise<void> {
    const before = await appDatabase().select({ id: events.id }).from(events).orderBy(desc(events.id)).limit(lookBack);
    for (const { id } of before) this.remember(id);
    await this.connect();
    this.timer = setInterval(() => this.catchUp(), askEveryMs);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.sql?.end({ timeout: 1 });
    await this.reading;
  }

  private async connect(): Promise<void> {
    // The driver would listen again by itself, but tells nobody that something was missed: the connection is ours to make anew.
    const connection = postgres(this.url, {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 5,
      keep_alive: 15,
      fetch_types: false,
      onnotice: () => undefined,
      connection: { application_name: listenerName },
      onclose: () => this.connectionLost(connection),
      onnotify: (channel: string) => {
        if (channel === eventChannel) this.catchUp();
      },
    } as Parameters<typeof postgres>[1]);
    this.sql = connection;
    await connection.unsafe(`listen ${eventChannel}`);
    this.listening = true;
    this.catchUp();
  }

  private connectionLost(lost: Sql): void {
    if (this.stopped || this.sql !== lost) return;
    this.listening = false;
    this.sql = null;
    void lost.end({ timeout: 0 }).catch(() => undefined);
    this.connectAgain();
  }

  private connectAgain(): void {
    setTimeout(() => {
      if (this.stopped || this.sql) return;
      this.connect().then(
        () => log().info("listening to events again"),
        (error: unknown) => {
          log().warn({ err: error }, "the event listener could not connect; trying again");
          this.sql = null;
          this.connectAgain();
        },
      );
    }, reconnectAfterMs).unref();
  }

  /** Reads what is new. One reading after the other, and at most one in waiting, however many notifications come. */
  private catchUp(): void {
    if (this.askedAgain || this.stopped) return;
    this.askedAgain = true;
    this.reading = this.reading
      .then(() => {
        this.askedAgain = false;
        return this.read();
      })
      .catch((error: unknown) => log().warn({ err: error }, "events could not be read; they will be read again"));
  }

  private async read(): Promise<void> {
    const database = appDatabase();
    const recent = await database
      .select({ id: events.id })
      .from(events)
      .where(gt(events.id, this.newest - lookBack))
      .orderBy(asc(events.id));
    const untold = recent.map((row) => row.id).filter((id) => !this.told.has(id));
    for (let from = 0; from < untold.length; from += batch) {
      const rows = await database
        .select({
          id: events.id,
          name: events.name,
          subjectType: events.subjectType,
          subjectId: events.subjectId,
          data: events.data,
          at: events.at,
        })
        .from(events)
        .where(inArray(events.id, untold.slice(from, from + batch)))
        .orderBy(asc(events.id));
      for (const row of rows) {
        this.remember(row.id);
        this.hub.announce(row);
      }
    }
  }

  private remember(id: number): void {
    this.newest = Math.max(this.newest, id);
    this.told.add(id);
    // Twice the window is enough: what fell out of it is never asked for again.
    if (this.told.size > 2 * lookBack) for (const old of this.told) if (old <= this.newest - lookBack) this.told.delete(old);
  }
}
