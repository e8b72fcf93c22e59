import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const folder = "db/migrations";
/** Those before were written while no paper had many stories; each has run everywhere. So has 0028, which writes what guests had confirmed. */
const held = (name: string) => name.endsWith(".sql") && Number(name.slice(0, 4)) >= 27 && !name.startsWith("0028_");

const textOf = (name: string) => readFileSync(join(folder, name), "utf8").replace(/^--.*$/gm, "");

it.each(readdirSync(folder).filter(held))("%s writes no rows of a table that it changes: nobody could read it until all are written", (name) => {
  const text = textOf(name);
  const changed = new Set([...text.matchAll(/ALTER TABLE "(\w+)" (?:ADD|ALTER|DROP) COLUMN/g)].map((match) => match[1]));
  const written = [...text.matchAll(/(?:UPDATE|DELETE FROM) "(\w+)"/g)].map((match) => match[1]).filter((table) => changed.has(table));
  expect(written).toEqual([]);
});

it.each(readdirSync(folder).filter(held))("%s copies no table: whoever writes to what it locks would wait for each row", (name) => {
  // What stands in a function is not done by the migration.
  const done = textOf(name).replace(/\$\$[\s\S]*?\$\$/g, "");
  const copied = done.split("--> statement-breakpoint").filter((statement) => /INSERT\s+INTO\b[\s\S]*\bSELECT\b[\s\S]*\bFROM\b/i.test(statement) || /CREATE\s+(?:TABLE|MATERIALIZED\s+VIEW)[^;]*\bAS\b[\s(]*SELECT\b/i.test(statement));
  expect(copied).toEqual([]);
});
