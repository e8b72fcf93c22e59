import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles, events, sections } from "@/db/schema";
import { accentNames } from "@/db/vocabulary";
import { command } from "@/lib/core/command";
import { conflict } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { sectionManage } from "@/lib/sections/abilities";
import { addressRefusal } from "@/lib/sections/address-refusal";
import { ChangeSectionInput, MoveSectionInput } from "@/lib/sections/inputs";
import { lockSection, type SectionRow } from "@/lib/sections/lock-sections";
import { parentRefusal } from "@/lib/sections/parent-refusal";
import { sectionVersion } from "@/lib/sections/section-version";
import { lastWho, meanwhile } from "@/lib/settings/changed-meanwhile";

/**
 * Gives a section another name, description, accent, place or address. No address says where a section stands, so that moving it breaks none. The address is settled with the first story that readers found under
 * it: later ones fail with `address_settled`, so that no link to the section breaks. Fails with `changed_meanwhile` where somebody else changed it
 * since it was seen; its `current` tells the state that stands.
 */
export const changeSection = command({
  name: "changeSection",
  input: ChangeSectionInput,
  ability: sectionManage,
  load: lockSection,
  async run({ tx, record }, { section, all }, { sectionId, seen, ...input }) {
    const slug = input.slug || section.slug;
    const version = sectionVersion(section);
    const apart = version === seen ? [] : sectionsApart(section, { ...input, slug }, all);
    if (apart.length > 0) return fail(meanwhile(await lastWho(tx, and(inArray(events.name, ["section.created", "section.changed"]), eq(events.subjectId, sectionId))), "this section", apart, version));
    const refused = addressRefusal(slug, all.filter((other) => other.id !== sectionId)) ?? parentRefusal(sectionId, input.parentId, all);
    if (refused) return fail(refused);
    if (slug !== section.slug && (await hasBeenRead(tx, sectionId))) return fail(settled(section.slug));
    await tx.update(sections).set({ ...input, slug }).where(eq(sections.id, sectionId));
    await record({ name: "section.changed", subjectId: sectionId, data: { slug, name: input.name } });
    return ok({ id: sectionId, slug });
  },
});

type Words = Pick<SectionRow, "name" | "slug" | "accent" | "description" | "parentId">;

/** In what the section that stands differs from the one that was sent. */
function sectionsApart(standing: Words, sent: Words, all: readonly SectionRow[]): string[] {
  const named = (id: string | null) => all.find((one) => one.id === id)?.name ?? "The paper itself";
  const parts: [string, string, string][] = [["Name", standing.name, sent.name], ["Address", standing.slug, sent.slug], ["Description", standing.description, sent.description], ["Accent", accentNames[standing.accent], accentNames[sent.accent]], ["Part of", named(standing.parentId), named(sent.parentId)]];
  return parts.flatMap(([label, stands, mine]) => (stands === mine ? [] : `${label} (now “${stands}”)`));
}

const settled = (slug: string) => {
  const message = `Readers have found stories under “/${slug}”, so this address stays.`;
  return conflict("address_settled", message, { fields: { slug: message } });
};

/** Whether a story was ever public in this section. */
async function hasBeenRead(tx: Transaction, sectionId: string): Promise<boolean> {
  const [story] = await tx.select({ id: articles.id }).from(articles).where(and(eq(articles.sectionId, sectionId), isNotNull(articles.firstPublishedAt))).limit(1);
  return story !== undefined;
}

/** Moves a section one place up or down among those it stands with; at either end nothing moves. */
export const moveSection = command({
  name: "moveSection",
  input: MoveSectionInput,
  ability: sectionManage,
  load: lockSection,
  async run({ tx, record }, { section, all }, { direction }) {
    const beside = all.filter((one) => one.parentId === section.parentId);
    const from = beside.indexOf(section);
    const to = direction === "up" ? from - 1 : from + 1;
    const neighbour = beside[to];
    if (!neighbour) return ok({ position: from });
    const order = all.map((one) => (one === section ? neighbour : one === neighbour ? section : one));
    for (const [position, { id, position: before }] of order.entries()) if (position !== before) await tx.update(sections).set({ position }).where(eq(sections.id, id));
    await record({ name: "section.changed", subjectId: section.id, data: { slug: section.slug, position: to } });
    return ok({ position: to });
  },
});
