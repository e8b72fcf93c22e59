import postgres from "postgres";
import { expect, it } from "vitest";
import { prepareDatabase } from "@/db/migrate";
import { proveLogin, proveSameDatabase } from "@/db/prove-login";
import { useTestDatabase } from "@/db/testing/database";
import { WrongSetting } from "@/lib/kernel/env";

const { urls } = useTestDatabase();
const changed = (change: Partial<Record<"username" | "password" | "hostname" | "port" | "pathname", string>>) => Object.assign(new URL(urls.migratorUrl), change).href;

it.each<[string, () => string, RegExp]>([
  ["nothing listens there", () => changed({ port: "1" }), /^DATABASE_URL: no PostgreSQL answers at 127\.0\.0\.1:1\.$/],
  ["no such host", () => changed({ hostname: "db.invalid" }), /^DATABASE_URL: the host db\.invalid cannot be found\.$/],
  ["no such database", () => changed({ pathname: "/nowhere" }), /^DATABASE_URL: there is no database "nowhere" at /],
  ["no such login", () => changed({ username: "nobody" }), /^DATABASE_URL: .* does not let the login "nobody" in with this password\.$/],
  ["wrong password", () => changed({ password: "wrong" }), /^DATABASE_URL: .* does not let the login "standfirst" in with this password\.$/],
])("says in one sentence what is wrong with a database's address: %s", async (_, url, sentence) => {
  const proof = proveLogin("DATABASE_URL", url());
  await expect(proof).rejects.toThrow(WrongSetting);
  await expect(proof).rejects.toThrow(sentence);
});

it("says nothing of an address that is right", async () => {
  for (const url of Object.values(urls)) await proveLogin("DATABASE_URL", url);
  await proveSameDatabase("DATABASE_APP_URL", urls.appUrl);
});

it("notices that the program's login leads to another database than the owner's", async () => {
  const elsewhere = new URL(urls.appUrl);
  elsewhere.pathname = "/postgres";
  await expect(proveSameDatabase("DATABASE_APP_URL", elsewhere.href)).rejects.toThrow(/^DATABASE_APP_URL leads to another database than DATABASE_URL\.$/);
});

it("says that a login may not make tables, or that its server knows no such login", async () => {
  const sql = postgres(urls.migratorUrl, { max: 1, onnotice: () => undefined });
  await sql.unsafe(`create database weak_${process.pid} template template0`);
  const weak = (url: string) => Object.assign(new URL(url), { pathname: `/weak_${process.pid}` }).href;
  await expect(prepareDatabase({ migratorUrl: weak(urls.appUrl), appUrl: weak(urls.appUrl), readerUrl: weak(urls.appUrl) }, "db/migrations")).rejects.toThrow(/^DATABASE_URL: the login "standfirst_app" may not make tables in its database/);
  await sql.unsafe(`drop database weak_${process.pid} with (force)`);
  await sql.end();
  const stranger = Object.assign(new URL(urls.appUrl), { username: "stranger" }).href;
  await expect(prepareDatabase({ ...urls, appUrl: stranger }, "db/migrations")).rejects.toThrow(/"stranger"/);
});
