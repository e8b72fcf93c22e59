import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { people } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { chooseNewPassword } from "@/lib/people/commands/account";
import { findPlace, removeEmbeddedPostgres } from "@/server/postgres-place";

const { urls } = useTestDatabase();
const taken = createServer();
let dataDir: string;
let takenPort: number;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "standfirst-start-"));
  await new Promise<void>((done) => taken.listen(0, "127.0.0.1", done));
  const address = taken.address();
  takenPort = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => {
  taken.close();
  removeEmbeddedPostgres(dataDir);
});

type Settings = Record<string, string>;
const blank = { PORT: "", HOST: "", APP_URL: "", DATABASE_URL: "", DATABASE_APP_URL: "", DATABASE_READER_URL: "", SECRET: "", SMTP_URL: "", MAIL_FROM: "", TRUSTED_PROXY_HOPS: "", LOG_LEVEL: "", NODE_ENV: "production" as const };
const withOwnDatabase = (databaseUrl: string): Settings => ({ DATABASE_URL: databaseUrl, APP_URL: "https://paper.example", SECRET: "pX3vQm8ZtK1wBn6YcR4jLs9GhD2fTe7u" });
const changed = (url: string, change: (url: URL) => void): string => {
  const other = new URL(url);
  change(other);
  return other.href;
};

/** Starts a program of the newsroom with these settings and waits until it has ended. */
async function run(program: string, args: string[], settings: Settings): Promise<{ code: number; said: string[]; printed: string }> {
  const started = spawn(process.execPath, ["--import", "tsx", program, ...args], { env: { ...process.env, ...blank, DATA_DIR: dataDir, ...settings }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let printed = "";
  started.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  started.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = (await once(started, "close")) as [number];
  return { code, said: said.trim().split("\n"), printed };
}

const server = ["server/index.ts"];
const demo = ["scripts/demo.ts"];
const admin = ["scripts/admin.ts", "reset", "somebody@paper.example"];

it.each<[string, string[], () => Settings, RegExp]>([
  ["a HOST that is not this machine's", server, () => ({ HOST: "203.0.113.7" }), /^HOST 203\.0\.113\.7 /],
  ["a PORT that is taken", server, () => ({ PORT: String(takenPort) }), /^PORT \d+ /],
  ["a DATABASE_URL at which nothing answers", server, () => withOwnDatabase(changed(urls.migratorUrl, (url) => { url.port = "1"; })), /^DATABASE_URL: .*127\.0\.0\.1:1/],
  ["a DATABASE_URL with a port that cannot be", server, () => withOwnDatabase("postgres://owner:pw@localhost:99999/paper"), /^DATABASE_URL must /],
  ["an SMTP_URL that is none", server, () => ({ SMTP_URL: "mail.example:25", MAIL_FROM: "desk@paper.example" }), /^SMTP_URL must /],
  ["a wrong PORT", demo, () => ({ PORT: "three" }), /^PORT must /],
  ["a wrong password", demo, () => withOwnDatabase(changed(urls.migratorUrl, (url) => { url.password = "wrong"; })), /^DATABASE_URL: .*password/],
  ["a wrong LOG_LEVEL", admin, () => ({ LOG_LEVEL: "loud" }), /^LOG_LEVEL must /],
  ["a database that is not there", admin, () => withOwnDatabase(changed(urls.migratorUrl, (url) => { url.pathname = "/nowhere"; })), /^DATABASE_URL: .*"nowhere"/],
])("%s stops the start with one sentence, and leaves nothing running (%j)", async (_, [program = "", ...args], settings, sentence) => {
  const { code, said } = await run(program, args, settings());
  expect(said).toEqual([expect.stringMatching(sentence)]);
  expect(code).toBe(1);
  expect(existsSync(join(findPlace(dataDir).cluster, "postmaster.pid"))).toBe(false);
}, 120_000);

it("npm run admin -- reset gives whoever is locked out a link that opens her account, however she writes her address", async () => {
  const { personId } = await somebody("administrator");
  const [person] = await appDatabase().select({ email: people.email }).from(people).where(eq(people.id, personId));
  const { code, printed } = await run("scripts/admin.ts", ["reset", ` ${person?.email.toUpperCase()} `], { ...withOwnDatabase(urls.migratorUrl), DATABASE_APP_URL: urls.appUrl, DATABASE_READER_URL: urls.readerUrl });
  expect(code).toBe(0);
  const [, token = ""] = /^This link works once, for 72 hours: https:\/\/paper\.example\/reset\/(\S+)$/m.exec(printed) ?? [];
  expectOk(await chooseNewPassword.execute({ token, password: "a calm long password" }, { actor: { kind: "visitor", network: "n" } }));
}, 120_000);

it("a server of one's own with one login for everything is warned of what that leaves unguarded, and of nothing more", async () => {
  const { code, printed } = await run("scripts/admin.ts", ["reset", "nobody@paper.example"], withOwnDatabase(urls.migratorUrl));
  expect(printed.split("\n").filter((line) => line.startsWith("Warning: "))).toEqual([expect.stringContaining("DATABASE_APP_URL is not set"), expect.stringContaining("DATABASE_READER_URL is not set")]);
  expect(code).toBe(1);
}, 120_000);

it("a tool that has done its work leaves no PostgreSQL running that it started itself", async () => {
  const { code, said } = await run("scripts/admin.ts", ["reset", "nobody@paper.example"], {});
  expect(said).toEqual(["Nobody has the address nobody@paper.example."]);
  expect(code).toBe(1);
  expect(existsSync(join(findPlace(dataDir).cluster, "postmaster.pid"))).toBe(false);
}, 120_000);
