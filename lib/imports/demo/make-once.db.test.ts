import { count } from "drizzle-orm";
import { expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { articles, events, people, settings } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { someContent, someSection, somebody } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { isHalfMade, makeOnce } from "@/lib/imports/demo/make-once";

const { urls, migrator } = useTestDatabase();
const quiet = () => undefined;

const counts = async () => {
  const of = async (table: typeof people | typeof events | typeof articles) => (await appDatabase().select({ count: count() }).from(table))[0]?.count;
  return { people: await of(people), articles: await of(articles), events: await of(events) };
};

async function hireOneAndWrite(): Promise<void> {
  const editor = await somebody("editor");
  const created = await createArticle.execute({ content: someContent((await someSection()).id) }, { actor: editor });
  expect(created.ok).toBe(true);
}

it("a demo newsroom that was left half-made is taken away and made anew; one that is whole, and any other, is left alone", async () => {
  const killed = makeOnce(urls.migratorUrl, quiet, async () => {
    await hireOneAndWrite();
    throw new Error("killed");
  });
  await expect(killed).rejects.toThrow("killed");
  expect((await counts()).people).toBe(1);
  expect(await isHalfMade()).toBe(true);

  const said: string[] = [];
  const made = await makeOnce(urls.migratorUrl, (line) => said.push(line), async () => {
    expect(await counts()).toEqual({ people: 0, articles: 0, events: 0 });
    await hireOneAndWrite();
  });
  expect(made).toBe(true);
  expect(said.join()).toContain("half-made");
  expect(await isHalfMade()).toBe(false);
  expect(await appDatabase().select().from(settings)).toEqual([]);
  await expect(migrator().delete(events), "the audit stands again").rejects.toThrow();
  const whole = await counts();
  expect(whole).toMatchObject({ people: 1, articles: 1 });

  expect(await makeOnce(urls.migratorUrl, quiet, () => Promise.reject(new Error("not asked for")))).toBe(false);
  expect(await counts()).toEqual(whole);
});
