import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { picturesIn } from "@/lib/imports/demo/demo-body";
import { loadComments } from "@/lib/imports/demo/load-comments";
import { loadStory } from "@/lib/imports/demo/load-story";
import { makeOnce } from "@/lib/imports/demo/make-once";
import { type DemoPerson, houseStyle, paper, people, sections, series, tagIntros, translations } from "@/lib/imports/demo/paper";
import { writePages } from "@/lib/imports/demo/write-pages";
import { type DemoStory, readStory } from "@/lib/imports/demo/read-story";
import { type PersonActor, systemActor } from "@/lib/core/actor";
import { actorOfToken } from "@/lib/core/session-check";
import { withSeededIds } from "@/lib/kernel/ids";
import { keepFile } from "@/lib/kernel/kept-file";
import type { Result } from "@/lib/kernel/result";
import { addPicture } from "@/lib/media/commands/add-picture";
import { changeProfile, chooseNewPassword, ensureSetupToken, setUpPaper } from "@/lib/people/commands/account";
import { choosePortrait } from "@/lib/people/commands/choose-portrait";
import { enrolPerson } from "@/lib/people/commands/membership";
import { endSession } from "@/lib/people/commands/sessions";
import { changeHouseStyle } from "@/lib/settings/commands/change-house-style";
import { changePaper } from "@/lib/settings/commands/change-paper";
import { houseStyleKey } from "@/lib/settings/house-style";
import { paperKey } from "@/lib/settings/paper";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";
import { describeTag } from "@/lib/tags/commands/describe-tag";
import { tagList } from "@/lib/tags/reads/tag-list";
import { createSeries } from "@/lib/series/commands/create-series";
import { tieTranslation } from "@/lib/articles/commands/tie-translation";
import { placeInSeries } from "@/lib/series/commands/place-in-series";
import { createSection } from "@/lib/sections/commands/create-section";

const here = dirname(fileURLToPath(import.meta.url));

/** What the loaders share: who is who, which section is which, which picture is which, and when "now" is. */
export type DemoWorld = { start: Date; actors: Map<string, PersonActor>; sections: Map<string, string>; pictures: Map<string, string> };

const demo = systemActor("The demo newsroom");

const loginsFile = (dataDir: string) => join(dataDir, "demo-logins.txt");

/**
 * On an empty database makes the demo newsroom, and returns how to sign in: one line per person. Everything but the passwords is the
 * same on each run; times are offsets from the first start. Killed in between, the next call makes it anew.
 */
export async function seedDemoNewsroomIfEmpty(ownerUrl: string, dataDir: string, say: (line: string) => void): Promise<string[]> {
  const file = loginsFile(dataDir);
  await makeDemoNewsroom(ownerUrl, say, (lines) => keepFile(file, `${lines.join("\n")}\n`));
  if (!existsSync(file)) return [];
  return ["Sign in at /sign-in as:", ...readFileSync(file, "utf8").trim().split("\n"), `(kept in ${file})`];
}

/** Makes the demo newsroom where nobody is yet, and says whether it did. The logins are handed over before it counts as made: they cannot get lost. */
export function makeDemoNewsroom(ownerUrl: string, say: (line: string) => void, handOver: (logins: string[]) => void): Promise<boolean> {
  return makeOnce(ownerUrl, say, async () => {
    say("Making the demo newsroom, The Halyard (once; this takes a minute).");
    handOver(await loadDemoNewsroom(say));
  });
}

/** Makes every state of the demo newsroom through the commands that people use. Needs an empty database. */
async function loadDemoNewsroom(say: (line: string) => void): Promise<string[]> {
  const stories = readdirSync(join(here, "stories"))
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => readStory(name.slice(0, -3), readFileSync(join(here, "stories", name), "utf8")));
  const start = new Date();
  let tick = 0;
  // Ids carry the time: a fixed one, so that they are the same wherever and whenever the demo is made.
  const clock = () => Date.UTC(2026, 0, 1) + tick++;
  return withSeededIds("The Halyard", clock, async () => {
    const { actors, lines } = await hire();
    const world: DemoWorld = { start, actors, sections: await openSections(actors), pictures: await hangPictures(actors, stories) };
    const ids = new Map<string, string>();
    let done = 0;
    for (const story of inOrder(stories)) {
      const articleId = await loadStory(world, story);
      ids.set(story.key, articleId);
      await loadComments(world, story, articleId);
      done += 1;
      if (done % 20 === 0) say(`  ${done} of ${stories.length} stories`);
    }
    await writeSettings(actors);
    await introduceTags(editorOf(actors));
    await beginSeries(editorOf(actors), ids);
    await writePages(administratorOf(actors), start);
    for (const [one, other] of translations) expectDone(`${one} as a translation`, await tieTranslation.execute({ articleId: ids.get(one) ?? "", otherId: ids.get(other) ?? "" }, { actor: editorOf(actors) }));
    return lines;
  });
}

/** Oldest first, as a newsroom would have made them. */
function inOrder(stories: readonly DemoStory[]): DemoStory[] {
  return [...stories].sort((left, right) => (left.published ?? 0) - (right.published ?? 0));
}

/** Everybody comes as people do: the first by setting the paper up, the others by her invitation. */
async function hire(): Promise<{ actors: Map<string, PersonActor>; lines: string[] }> {
  const actors = new Map<string, PersonActor>();
  const lines: string[] = [];
  for (const person of people) {
    const { name, email, role, bio } = person;
    const password = randomBytes(9).toString("base64url");
    const first = [...actors.values()][0];
    const actor = await actorOfToken(first ? await accept(person, password, first) : await setUp(person, password));
    if (!actor) throw new Error(`${name} could not sign in.`);
    if (bio) expectDone(`${name}’s line`, await changeProfile.execute({ name, bio }, { actor }));
    expectDone(`${name} going home`, await endSession.execute({ sessionId: actor.sessionId }, { actor }));
    actors.set(name, actor);
    lines.push(`${role.padEnd(13)}  ${email.padEnd(24)}  ${password}`);
  }
  return { actors, lines };
}

async function setUp({ name, email }: DemoPerson, password: string): Promise<string> {
  const token = (await ensureSetupToken()) ?? "";
  return expectDone("Setting the paper up", await setUpPaper.execute({ token, paper: paper.name, name, email, password }, { actor: demo })).token;
}

async function accept({ name, email, role }: DemoPerson, password: string, administrator: PersonActor): Promise<string> {
  const { token } = expectDone(`Inviting ${name}`, await enrolPerson.execute({ name, email, role }, { actor: administrator }));
  return expectDone(`${name}’s password`, await chooseNewPassword.execute({ token, password }, { actor: demo })).token;
}

async function openSections(actors: Map<string, PersonActor>): Promise<Map<string, string>> {
  const administrator = administratorOf(actors);
  const ids = new Map<string, string>();
  for (const { partOf, ...section } of sections) ids.set(section.slug, expectDone(`The section ${section.name}`, await createSection.execute({ ...section, parentId: ids.get(partOf ?? "") ?? "" }, { actor: administrator })).id);
  return ids;
}

/** Last, so that the demo's other ids stay what they were. */
async function writeSettings(actors: Map<string, PersonActor>): Promise<void> {
  const administrator = administratorOf(actors);
  expectDone("The house style", await changeHouseStyle.execute({ seen: await versionOf(houseStyleKey), rules: houseStyle.join("\n") }, { actor: administrator }));
  expectDone("What the paper says of itself", await changePaper.execute({ ...paper, seen: await versionOf(paperKey) }, { actor: administrator }));
}

function administratorOf(actors: Map<string, PersonActor>): PersonActor {
  const administrator = actors.get("Wim Castell");
  if (!administrator) throw new Error("The demo newsroom has no administrator.");
  return administrator;
}

function editorOf(actors: Map<string, PersonActor>): PersonActor {
  const editor = actors.get("Orla Lindqvell");
  if (!editor) throw new Error("The demo newsroom has no editor.");
  return editor;
}

async function introduceTags(actor: PersonActor): Promise<void> {
  for (const [name, intro] of Object.entries(tagIntros)) {
    const tag = (await tagList(actor, name))?.tags.find((one) => one.name === name);
    expectDone(`The tag ${name}`, await describeTag.execute({ tagId: tag?.id ?? "", intro }, { actor }));
  }
}

async function beginSeries(actor: PersonActor, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const { stories, ...words } of series) {
    const { id: seriesId } = expectDone(`The series ${words.title}`, await createSeries.execute({ ...words, slug: "" }, { actor }));
    for (const story of stories) expectDone(`${story} in ${words.title}`, await placeInSeries.execute({ articleId: ids.get(story) ?? "", seriesId }, { actor }));
  }
}

/** Takes the pictures in by the one gate that all pictures pass; each portrait by whom it shows. */
async function hangPictures(actors: Map<string, PersonActor>, stories: readonly DemoStory[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const editor = editorOf(actors);
  const wanted = new Set(stories.flatMap((story) => [...(story.picture ? [story.picture.name] : []), ...picturesIn(story.body)]));
  for (const name of [...wanted].sort()) ids.set(name, await takeIn(name, editor));
  for (const { name, portrait } of people) {
    const actor = actors.get(name);
    if (portrait && actor) expectDone(`${name}’s portrait`, await choosePortrait.execute({ assetId: await takeIn(portrait, actor) }, { actor }));
  }
  return ids;
}

async function takeIn(name: string, actor: PersonActor): Promise<string> {
  const bytes = readFileSync(join(here, "pictures", `${name}.avif`));
  return expectDone(name, await addPicture({ bytes, originalName: `${name}.avif` }, { actor })).id;
}

/** The newsroom is new: what stands is what setting it up has written. */
const versionOf = async (key: string): Promise<number> => (await settingToChange(key)).version;

function expectDone<Value>(what: string, result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${what}: ${result.failure.message}`);
  return result.value;
}
