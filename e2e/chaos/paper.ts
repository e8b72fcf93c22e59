import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Y from "yjs";
import postgres from "postgres";
import { openDatabase } from "@/db/client";
import { isDatabaseUnavailable } from "@/db/unavailable";
import { Network } from "@/e2e/chaos/network";
import { fill, seenBy, smallDiskAt } from "@/e2e/chaos/small-disk";
import { freePort, killPostgres, type Login, loginsIn, type Newsroom, postgresPort, postgresProcesses, postmasterOf, startNewsroom, tell } from "@/e2e/newsroom";
import { committedCopy } from "@/lib/articles/update-log";
import { type Session, signInAs } from "@/scripts/sign-in";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/server/embedded-postgres";
import { removeEmbeddedPostgres } from "@/server/postgres-place";

/** One process of the newsroom. */
export type Server = { newsroom: Newsroom; port: number };

/**
 * A newsroom of the production build behind a network that can be cut. Alone it starts and keeps its PostgreSQL itself, as `npm start`
 * does; `onOwnPostgres` gives it one that outlives it, on which several processes may serve the paper.
 */
export class Paper {
  readonly network = new Network();
  readonly servers: Server[] = [];
  readonly journals = mkdtempSync(join(tmpdir(), "standfirst-chaos-"));
  logins: Login[] = [];
  dataDir = "";
  private postgres: EmbeddedPostgres | null = null;
  private within: readonly string[] | undefined;
  private postmaster = 0;
  private readonly printed: string[] = [];
  private sessions: Session[] = [];
  private journalNumber = 0;

  get origin(): string {
    return `http://localhost:${this.network.port}`;
  }

  /** Starts a newsroom with the demo paper in it. */
  async begin(): Promise<void> {
    // Made here, so that it is taken away even where the first start fails.
    this.dataDir ||= mkdtempSync(join(tmpdir(), "standfirst-chaos-paper-"));
    await this.network.listen();
    await this.start();
  }

  /** The same on a small disk of its own; false where the system does not let us have one. */
  async beginOnSmallDisk(): Promise<boolean> {
    this.dataDir = mkdtempSync(join(tmpdir(), "standfirst-small-"));
    this.within = smallDiskAt(this.dataDir) ?? undefined;
    if (this.within) await this.begin();
    return this.within !== undefined;
  }

  /** Fills the small disk, and returns what makes room again. */
  fillDisk(): () => void {
    return fill(this.files);
  }

  /** The data folder as the newsroom sees it. */
  private get files(): string {
    const [server] = this.servers;
    return this.within && server?.newsroom.process.pid ? seenBy(server.newsroom.process.pid, this.dataDir) : this.dataDir;
  }

  /**
   * Starts one more process, and returns it when it is ready; whoever comes anew may be led to it. One that could not start since PostgreSQL
   * was away is started again, as whatever keeps a service running does. Throws after the third time.
   */
  async start(port?: number, tries = 3): Promise<Server> {
    const at = port ?? (await freePort());
    const start = () => startNewsroom({ port: at, ...(this.dataDir ? { dataDir: this.dataDir } : {}), env: { APP_URL: this.origin, STANDFIRST_STARTED_BY: String(process.pid), ...this.database() }, ...(this.within ? { within: this.within } : {}) });
    const newsroom = await start().catch((error: Error) => {
      if (tries > 1 && /databaseUnavailable|did not start. See|ECONNREFUSED|CONNECTION_/.test(error.message)) return null;
      throw error;
    });
    if (!newsroom) return this.start(at, tries - 1);
    this.dataDir = newsroom.dataDir;
    const server = { newsroom, port: at };
    this.servers.push(server);
    this.logins = loginsIn(this.files);
    this.postmaster = postmasterOf(this.files);
    this.lead();
    return server;
  }

  /** Takes PostgreSQL out of the hands of the one process, which is stopped for it, and starts so many anew on it. */
  async onOwnPostgres(processes: number): Promise<void> {
    for (const server of [...this.servers]) await this.stop(server);
    this.postgres = await startEmbeddedPostgres({ dataDir: this.dataDir });
    for (let number = 0; number < processes; number++) await this.start();
  }

  /** Leads everybody who comes anew to the processes that there are, in turns. */
  lead(): void {
    this.network.leadTo(...this.servers.map(({ port }) => port));
  }

  /** Kills a process outright, and waits until it is gone. */
  async kill(server: Server): Promise<void> {
    const gone = new Promise((done) => server.newsroom.process.once("exit", done));
    server.newsroom.process.kill("SIGKILL");
    await gone;
    this.drop(server);
  }

  /** Asks a process to stop, and waits until it is gone. Throws where that was not clean. */
  async stop(server: Server): Promise<void> {
    this.servers.splice(this.servers.indexOf(server), 1);
    this.lead();
    await server.newsroom.stop();
    this.printed.push(server.newsroom.printed());
    if (server.newsroom.process.exitCode !== 0) throw new Error(`A process that was asked to stop ended with ${server.newsroom.process.exitCode}.`);
  }

  /** Kills every process and PostgreSQL with its children in the same moment. */
  async killEverything(): Promise<void> {
    const servers = [...this.servers];
    const gone = servers.map(({ newsroom }) => new Promise((done) => newsroom.process.once("exit", done)));
    for (const { newsroom } of servers) newsroom.process.kill("SIGKILL");
    killPostgres(this.files);
    await Promise.all(gone);
    for (const server of servers) this.drop(server);
  }

  /** Sends PostgreSQL's connections of the newsroom away, as an administrator might. */
  async endConnections(): Promise<void> {
    await this.ask((sql) => sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'standfirst%' and pid <> pg_backend_pid()`);
  }

  /** Stops PostgreSQL in its tracks, its children too, for so long. */
  async freezePostgres(ms: number, signal: AbortSignal): Promise<void> {
    const frozen = postgresProcesses(this.files);
    for (const pid of frozen) tell(pid, "SIGSTOP");
    await new Promise<void>((done) => {
      const over = setTimeout(done, ms);
      signal.addEventListener("abort", () => [clearTimeout(over), done()], { once: true });
    });
    for (const pid of frozen) tell(pid, "SIGCONT");
  }

  killPostgres(): void {
    killPostgres(this.files);
  }

  /** The cookie of one of the staff who may write in any story; each of them signs in once. */
  async cookie(number: number): Promise<string> {
    if (this.sessions.length === 0) {
      const staff = this.logins.filter(({ role }) => role === "administrator" || role === "editor");
      for (const login of staff) this.sessions.push(await signInAs(this.origin, login));
    }
    const session = this.sessions[number % this.sessions.length];
    if (!session) throw new Error("Nobody may write.");
    return session.cookie;
  }

  /** A session of its own. */
  async freshCookie(): Promise<string> {
    return (await signInAs(this.origin, this.logins.find(({ role }) => role === "editor"))).cookie;
  }

  /** A new story, through the newsroom's own door. */
  async newStory(headline: string): Promise<string> {
    const content = { format: "news", kicker: "", headline, standfirst: "", dateline: "", slug: "", sectionId: null, language: "en", tags: [], bylines: [], lead: null, body: { type: "doc", content: [{ type: "paragraph" }] } };
    const response = await fetch(`${this.origin}/api/v1/articles`, { method: "POST", headers: { cookie: await this.cookie(0), Origin: this.origin, "Content-Type": "application/json" }, body: JSON.stringify({ content }) });
    const answer = (await response.json()) as { value?: { id: string }; failure?: unknown };
    if (!answer.value) throw new Error(`No story could be begun: ${response.status} ${JSON.stringify(answer.failure)}`);
    return answer.value.id;
  }

  journal(): string {
    return join(this.journals, `editor-${this.journalNumber++}.jsonl`);
  }

  /** The committed working copy, read from PostgreSQL past every process of the newsroom. Where PostgreSQL has just been killed, whoever asks waits until it is up again, for half a minute at most. */
  async committed(articleId: string): Promise<Y.Doc> {
    const database = openDatabase(this.appUrl(), { connections: 1, name: "chaos" });
    const until = performance.now() + 30_000;
    try {
      for (;;) {
        try {
          return (await committedCopy(database.current(), articleId)).doc;
        } catch (error) {
          if (!isDatabaseUnavailable(error) || performance.now() > until) throw error;
          await new Promise((done) => setTimeout(done, 200));
        }
      }
    } finally {
      await database.stop();
    }
  }

  /** A question to PostgreSQL past every process of the newsroom. */
  async ask<Value>(question: (sql: postgres.Sql) => Promise<Value>): Promise<Value> {
    const sql = postgres(this.ownerUrl(), { max: 1, connection: { application_name: "chaos" }, onnotice: () => undefined });
    try {
      return await question(sql);
    } finally {
      await sql.end({ timeout: 2 });
    }
  }

  /** How much processor time the processes of the newsroom have had, in milliseconds: it is the same on a busy machine. */
  processorTime(): number {
    // User and system time stand at these places behind the name, in hundredths of a second.
    return this.servers.reduce((sum, { newsroom }) => {
      const fields = readFileSync(`/proc/${newsroom.process.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      return sum + (Number(fields[11]) + Number(fields[12])) * 10;
    }, 0);
  }

  /** Everything that any process has printed. */
  said(): string {
    return [...this.printed, ...this.servers.map(({ newsroom }) => newsroom.printed())].join("\n");
  }

  /** Stops everything and takes it away. Journals stay where `keep` says so. */
  async end({ keep = false } = {}): Promise<void> {
    this.network.open();
    for (const server of [...this.servers]) await this.stop(server).catch(() => undefined);
    await this.postgres?.stop();
    await this.stopLeftPostgres();
    await this.network.close();
    if (this.dataDir) removeEmbeddedPostgres(this.dataDir);
    if (!keep) rmSync(this.journals, { recursive: true, force: true });
  }

  /** Stops the PostgreSQL of a process that was killed and did not come back. */
  private async stopLeftPostgres(): Promise<void> {
    if (existsSync(join(this.dataDir, "postgres-passwords.json"))) {
      try {
        this.postmaster = postmasterOf(this.dataDir);
      } catch {
        // It was stopped in good order, and took its note away.
        return;
      }
    }
    for (let tries = 0; this.postmaster && tries < 100; tries++) {
      if (!tell(this.postmaster, "SIGINT")) return;
      await new Promise((done) => setTimeout(done, 100));
    }
    tell(this.postmaster, "SIGKILL");
  }

  private drop(server: Server): void {
    this.printed.push(server.newsroom.printed());
    this.servers.splice(this.servers.indexOf(server), 1);
    this.lead();
  }

  private database(): Record<string, string> {
    if (!this.postgres) return {};
    return { DATABASE_URL: this.postgres.migratorUrl, DATABASE_APP_URL: this.postgres.appUrl, DATABASE_READER_URL: this.postgres.readerUrl, SECRET: readFileSync(join(this.dataDir, "secret"), "utf8").trim() };
  }

  /** The program's own login. */
  appUrl(): string {
    return this.urlOf("standfirst_app", this.passwords().app);
  }

  private ownerUrl(): string {
    return this.urlOf("standfirst", this.passwords().migrator);
  }

  private passwords(): { migrator: string; app: string } {
    return JSON.parse(readFileSync(join(this.files, "postgres-passwords.json"), "utf8")) as { migrator: string; app: string };
  }

  private urlOf(login: string, password: string): string {
    return `postgres://${login}:${password}@127.0.0.1:${postgresPort(this.files)}/standfirst`;
  }
}
