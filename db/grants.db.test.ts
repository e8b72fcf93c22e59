import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { appendOnlyTables } from "@/db/grants";
import { type TestDatabase, testDatabase } from "@/db/testing/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

const refused = { cause: { code: "42501" } };

describe("the program's login", () => {
  it.each(appendOnlyTables)("cannot change, remove or empty %s", async (table) => {
    const { app } = database;
    await expect(app.execute(sql`delete from ${sql.identifier(table)}`)).rejects.toMatchObject(refused);
    await expect(app.execute(sql`truncate ${sql.identifier(table)}`)).rejects.toMatchObject(refused);
    await expect(app.execute(sql`update ${sql.identifier(table)} set id = id`)).rejects.toThrow();
  });

  it("adds to the audit", async () => {
    await database.app.execute(
      sql`insert into events (uid, name, subject_type, subject_id, actor_name, data) values (gen_random_uuid(), 'settings.changed', 'settings', gen_random_uuid(), 'a test', '{}')`,
    );
    const rows = await database.app.execute(sql`select name from events`);
    expect(rows).toHaveLength(1);
  });

  it("cannot make or drop tables", async () => {
    await expect(database.app.execute(sql`create table sneaky (id int)`)).rejects.toMatchObject(refused);
    await expect(database.app.execute(sql`drop table events`)).rejects.toMatchObject(refused);
  });

  it("reads and writes the jobs", async () => {
    await expect(database.app.execute(sql`select count(*) from pgboss.job`)).resolves.toHaveLength(1);
  });
});

describe("the reader's login", () => {
  it("reads every public view and no table", async () => {
    const relations = await database.migrator.execute<{ name: string; kind: string }>(
      sql`select relname as name, relkind as kind from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p')`,
    );
    const readable: string[] = [];
    for (const { name } of relations) {
      const answer = await database.reader.execute(sql`select 1 from ${sql.identifier(name)} limit 0`).then(
        () => true,
        () => false,
      );
      if (answer) readable.push(name);
    }
    const views = relations.filter((relation) => relation.kind === "v").map((relation) => relation.name);
    expect(views.length).toBeGreaterThan(5);
    expect(views.every((name) => name.startsWith("public_"))).toBe(true);
    expect(readable.sort()).toEqual(views.sort());
  });

  it("changes nothing", async () => {
    await expect(database.reader.execute(sql`delete from public_sections`)).rejects.toMatchObject(refused);
  });
});

describe("the audit", () => {
  it("stands even against the owner of the tables", async () => {
    await expect(database.migrator.execute(sql`delete from events`)).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});
