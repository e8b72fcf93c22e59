import { appDatabase } from "@/db/client";
import { people, sections } from "@/db/schema";
import type { Accent, Role } from "@/db/vocabulary";
import type { PersonActor } from "@/lib/core/actor";
import { type Block, emptyStory, type StoryContent } from "@/lib/content/document";
import { newId } from "@/lib/kernel/ids";

/** Somebody with a role, as an actor who is signed in. */
export async function somebody(role: Role, name = `${role} ${newId().slice(-4)}`): Promise<PersonActor> {
  const id = newId();
  await appDatabase().insert(people).values({ id, name, role, email: `${id}@paper.example`, handle: role === "reader" ? null : id.slice(-12), passwordHash: "x" });
  return { kind: "person", personId: id, name, role, sessionId: newId() };
}

/** A section of the paper. */
export async function someSection(slug = `section-${newId().slice(-6)}`, accent: Accent = "plain"): Promise<{ id: string; slug: string }> {
  const id = newId();
  await appDatabase().insert(sections).values({ id, slug, name: slug, accent });
  return { id, slug };
}

export const paragraphOf = (text: string): Block => ({ type: "paragraph", content: text ? [{ type: "text", text }] : [] });

/** A story that may be published. */
export function someContent(sectionId: string, changes: Partial<StoryContent> = {}): StoryContent {
  return { ...emptyStory(), headline: `The last boat home ${newId().slice(-8)}`, standfirst: "It sails.", sectionId, body: { type: "doc", content: [paragraphOf("The boat leaves at 23:40.")] }, ...changes };
}
