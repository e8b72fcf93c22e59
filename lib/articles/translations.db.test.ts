import { beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { tieTranslation } from "@/lib/articles/commands/tie-translation";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { storyState } from "@/lib/articles/reads/desk";
import { previewArticle } from "@/lib/articles/reads/preview";
import { storyAt } from "@/lib/articles/reads/story-at";
import type { PersonActor } from "@/lib/core/actor";
import type { Language } from "@/db/vocabulary";

useTestDatabase();

let orla: PersonActor;
let section: { id: string; slug: string };
const ids = new Map<string, string>();
const id = (slug: string) => ids.get(slug) ?? "";

async function begin(slug: string, language: Language, isPublic: boolean, actor = orla, headline = slug): Promise<void> {
  const made = await createArticle.execute({ content: someContent(section.id, { headline, slug, language }) }, { actor });
  if (!made.ok) throw new Error(made.failure.message);
  ids.set(slug, made.value.id);
  if (isPublic) await publish(slug);
}
async function publish(slug: string, version = 1): Promise<void> {
  const done = await publishArticle.execute({ articleId: id(slug), version }, { actor: orla });
  if (!done.ok) throw new Error(done.failure.message);
}
const tie = (slug: string, other: string | null, actor = orla) => tieTranslation.execute({ articleId: id(slug), otherId: other === null ? null : id(other) }, { actor });
const named = async (slug: string) => {
  const at = await storyAt(section.slug, slug);
  return at.found === "here" ? at.article.translations.map(({ language, headline, isOriginal }) => `${language} ${headline}${isOriginal ? " first" : ""}`) : at.found;
};

beforeAll(async () => {
  orla = await somebody("editor");
  section = await someSection();
  await begin("ghayegh", "fa", true);
  await begin("boat", "en", true);
  await begin("ship", "en", true);
  await begin("boot", "de", false);
});

it("two stories that say the same name each other at once, and a third of them names both as soon as it is public", async () => {
  expect(await named("boat")).toEqual([]);
  expect(await tie("boat", "ghayegh")).toMatchObject({ ok: true });
  expect(await named("boat")).toEqual(["fa ghayegh first"]);
  expect(await named("ghayegh")).toEqual(["en boat"]);
  expect(await tie("boot", "boat")).toMatchObject({ ok: true });
  expect(await named("boat"), "what is not public is named to nobody").toEqual(["fa ghayegh first"]);
  expect((await previewArticle(orla, id("boot")))?.article.translations.map(({ headline }) => headline)).toEqual(["boat", "ghayegh"]);
  expect((await storyState(orla, id("boat")))?.translations.map(({ language, headline, path }) => [language, headline, path === null])).toEqual([["de", "boot", true], ["fa", "ghayegh", false]]);
  await publish("boot");
  expect(await named("ghayegh")).toEqual(["en boat", "de boot"]);
  expect(await named("boot")).toEqual(["en boat", "fa ghayegh first"]);
});

it("refuses itself, what is not there, and a second story of a language, by the name of the first", async () => {
  expect(await tie("boat", "boat")).toMatchObject({ ok: false, failure: { reason: "itself" } });
  ids.set("nowhere", crypto.randomUUID());
  expect(await tie("boat", "nowhere")).toMatchObject({ ok: false, failure: { reason: "no_story" } });
  expect(await tie("ship", "boot")).toMatchObject({ ok: false, failure: { reason: "same_language", fields: { otherId: expect.stringContaining("“boat” is in English too") } } });
  expect(await tie("boat", "boot"), "tied already").toMatchObject({ ok: true });
  const somebodyElse = await somebody("contributor");
  expect(await tie("boat", null, somebodyElse)).toMatchObject({ ok: false });
  expect(await named("boat")).toEqual(["de boot", "fa ghayegh first"]);
});

it("what is taken back is named no more, and takes its place again", async () => {
  const state = await storyState(orla, id("boot"));
  const taken = await unpublishArticle.execute({ articleId: id("boot"), version: state?.version ?? 0, reason: "Wrong." }, { actor: orla });
  expect(taken.ok).toBe(true);
  expect(await named("ghayegh")).toEqual(["en boat"]);
  await publish("boot", (state?.version ?? 0) + 1);
  expect(await named("ghayegh")).toEqual(["en boat", "de boot"]);
});

it("a story that stands alone again leaves the others tied, and the last of them stands alone too", async () => {
  expect(await tie("boat", null)).toMatchObject({ ok: true, value: { family: [] } });
  expect([await named("boat"), await named("boot"), await named("ghayegh")]).toEqual([[], ["fa ghayegh first"], ["de boot"]]);
  expect(await tie("ship", "ghayegh")).toMatchObject({ ok: true });
  expect(await named("boot")).toEqual(["en ship", "fa ghayegh first"]);
  await tie("ship", null);
  await tie("boot", null);
  expect([await named("boot"), await named("ghayegh"), (await storyState(orla, id("ghayegh")))?.translations]).toEqual([[], [], []]);
  expect(await tie("boot", null), "it stood alone before").toMatchObject({ ok: true });
});

it("two who tie the same stories at once wait for each other, and one family comes of it", async () => {
  const done = await Promise.all([tie("boat", "boot"), tie("boot", "boat"), tie("ghayegh", "boat")]);
  expect(done.every(({ ok }) => ok)).toBe(true);
  expect(await named("ghayegh")).toEqual(["en boat", "de boot"]);
});

it("an author ties her own stories alone: what stands on a colleague’s page is the colleague’s, whoever else is in the family", async () => {
  const [ana, ben] = [await somebody("author", "Ana"), await somebody("author", "Ben")];
  await begin("barque", "fr", true, ana);
  await begin("bens", "ar", false, ben, "Bens Geheimnis");
  await begin("bens-boat", "en", true, ben);
  expect(await tie("barque", "bens-boat", ana)).toMatchObject({ ok: false, failure: { reason: "not_yours", fields: { otherId: expect.stringContaining("publish") } } });
  expect(await tie("bens-boat", "barque", ben)).toMatchObject({ ok: false, failure: { reason: "not_yours" } });
  expect(await tie("barque", "bens", ana), "what she may not see is not there").toMatchObject({ ok: false, failure: { reason: "no_story" } });
  expect(await named("bens-boat")).toEqual([]);
  expect(await tie("bens", "bens-boat", ben)).toMatchObject({ ok: true });
  // An editor ties hers to Ben’s; then each may take her own out, and nobody brings in a third by it.
  expect(await tie("barque", "bens-boat")).toMatchObject({ ok: true });
  await begin("barco", "de", true, ana);
  expect(await tie("barco", "barque", ana)).toMatchObject({ ok: false, failure: { reason: "not_yours" } });
  expect(await tie("bens-boat", null, ben)).toMatchObject({ ok: true });
  expect(await named("bens-boat")).toEqual([]);
});

it("no refusal tells a headline that is not public to somebody who may not read it", async () => {
  const [eva, finn] = [await somebody("author", "Eva"), await somebody("author", "Finn")];
  await begin("evas", "de", true, eva);
  await begin("evas-plan", "ar", false, eva, "What nobody may know yet");
  await begin("finns", "ar", true, finn);
  expect(await tie("evas-plan", "evas", eva)).toMatchObject({ ok: true });
  const refused = await tie("finns", "evas", finn);
  expect(refused.ok).toBe(false);
  expect(JSON.stringify(refused)).not.toContain("nobody may know");
  expect(await tie("finns", "evas"), "an editor reads it by its name").toMatchObject({ failure: { reason: "same_language", fields: { otherId: expect.stringContaining("What nobody may know yet") } } });
});
