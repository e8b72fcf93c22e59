import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { eq, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, people as peopleTable, settings } from "@/db/schema";
import { loadComments } from "@/lib/imports/demo/load-comments";
import { loadStory } from "@/lib/imports/demo/load-story";
import { makeOnce } from "@/lib/imports/demo/make-once";
import { writePages } from "@/lib/imports/demo/write-pages";
import { houseStyle, paper, people, sections } from "@/lib/imports/demo/paper";
import { type DemoStory, readStory } from "@/lib/imports/demo/read-story";
import type { PersonActor } from "@/lib/core/actor";
import { newId, withSeededIds } from "@/lib/kernel/ids";
import { keepFile } from "@/lib/kernel/kept-file";
import { slugFrom } from "@/lib/kernel/slug";
import { addPicture } from "@/lib/media/commands/add-picture";
import { hashPassword } from "@/lib/people/passwords";
import { changeHouseStyle } from "@/lib/settings/commands/change-house-style";
import { createSection } from "@/lib/sections/commands/create-section";

const here = dirname(fileURLToPath(import.meta.url));

/** What the loaders share: who is who, which section is which, which picture is which, and when "now" is. */
export type DemoWorld = { start: Date; actors: Map<string, PersonActor>; sections: Map<string, string>; pictures: Map<string, string> };

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
    await settle();
    let done = 0;
    for (const story of inOrder(stories)) {
      const articleId = await loadStory(world, story);
      await loadComments(world, story, articleId);
      done += 1;
      if (done % 20 === 0) say(`  ${done} of ${stories.length} stories`);
    }
    await writeHouseStyle(actors);
    await writePages(administratorOf(actors), start);
    await calm();
    return lines;
  });
}

/** Oldest first, as a newsroom would have made them. */
function inOrder(stories: readonly DemoStory[]): DemoStory[] {
  return [...stories].sort((left, right) => (left.published ?? 0) - (right.published ?? 0));
}

async function hire(): Promise<{ actors: Map<string, PersonActor>; lines: string[] }> {
  const actors = new Map<string, PersonActor>();
  const lines: string[] = [];
  for (const { name, email, role, bio } of people) {
    const id = newId();
    const password = randomBytes(9).toString("base64url");
    await appDatabase().insert(peopleTable).values({ id, name, email, role, bio, handle: role === "reader" ? null : slugFrom(name), passwordHash: await hashPassword(password) });
    actors.set(name, { kind: "person", personId: id, name, role, sessionId: id });
    lines.push(`${role.padEnd(13)}  ${email.padEnd(24)}  ${password}`);
  }
  return { actors, lines };
}

async function openSections(actors: Map<string, PersonActor>): Promise<Map<string, string>> {
  const administrator = administratorOf(actors);
  const ids = new Map<string, string>();
  for (const section of sections) {
    const opened = await createSection.execute(section, { actor: administrator });
    if (!opened.ok) throw new Error(`The section ${section.name}: ${opened.failure.message}`);
    ids.set(section.slug, opened.value.id);
  }
  return ids;
}

/** Last, so that the demo's other ids stay what they were. */
async function writeHouseStyle(actors: Map<string, PersonActor>): Promise<void> {
  const written = await changeHouseStyle.execute({ rules: houseStyle.join("\n") }, { actor: administratorOf(actors) });
  if (!written.ok) throw new Error(`The house style: ${written.failure.message}`);
}

function administratorOf(actors: Map<string, PersonActor>): PersonActor {
  const administrator = actors.get("Wim Castell");
  if (!administrator) throw new Error("The demo newsroom has no administrator.");
  return administrator;
}

async function settle(): Promise<void> {
  await appDatabase().insert(settings).values({ key: "paper", value: paper }).onConflictDoUpdate({ target: settings.key, set: { value: sql`${JSON.stringify(paper)}::jsonb` } });
}

/** Takes the pictures in by the one gate that all pictures pass. */
async function hangPictures(actors: Map<string, PersonActor>, stories: readonly DemoStory[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const editor = actors.get("Orla Lindqvell");
  if (!editor) throw new Error("The demo newsroom has no editor.");
  const wanted = new Set([...stories.flatMap((story) => story.picture?.name ?? []), ...people.flatMap((person) => person.portrait ?? [])]);
  for (const name of [...wanted].sort()) {
    const bytes = readFileSync(join(here, "pictures", `${name}.avif`));
    const added = await addPicture({ bytes, originalName: `${name}.avif` }, { actor: editor });
    if (!added.ok) throw new Error(`${name}: ${added.failure.message}`);
    ids.set(name, added.value.id);
  }
  for (const person of people) {
    const portraitAssetId = person.portrait ? ids.get(person.portrait) : undefined;
    if (portraitAssetId) await appDatabase().update(peopleTable).set({ portraitAssetId }).where(eq(peopleTable.email, person.email));
  }
  return ids;
}

/** The projection's "last change" is when the story last moved, not when the demo was loaded. */
async function calm(): Promise<void> {
  await appDatabase().update(articles).set({ draftEditedAt: sql`coalesce(${articles.updatedAt}, ${articles.firstPublishedAt}, ${articles.draftEditedAt})` }).where(sql`${articles.firstPublishedAt} is not null`);
}

