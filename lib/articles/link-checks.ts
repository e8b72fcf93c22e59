import type { Check, GateSurroundings } from "@/lib/articles/checks";
import type { Repair } from "@/lib/articles/repair";
import type { Block } from "@/lib/content/document";
import { withoutTrackers } from "@/lib/content/paste/links";
import { type Link, linksOf } from "@/lib/content/references";

type Targets = GateSurroundings["targets"];
type Finding = Omit<Check, "id">;

/** What is wrong with the links in a block's text, as far as it can be known without asking anybody outside. */
export function linkChecks(block: Block, targets: Targets): Finding[] {
  return linksOf(block).flatMap((link) => [...goalChecks(link, block.attrs?.id ?? null, targets), ...wordChecks(link, block.attrs?.id ?? null), ...edgeChecks(link, block.attrs?.id ?? null)]);
}

function goalChecks(link: Link, blockId: string | null, { stories, waiting, addresses }: Targets): Finding[] {
  const from = { href: link.href, story: link.story };
  const removal: Repair[] = blockId ? [{ label: "Remove the link", does: "remove-link", blockId, from }] : [];
  const change = (label: string, to: { href: string; story: string | null }): Repair[] => (blockId ? [{ label, does: "change-link", blockId, from, to }] : []);
  if (link.story !== null) {
    if (stories.has(link.story)) return [];
    return [{ level: "stop", message: waiting.has(link.story) ? "A link to a story that is not public" : "A link to a story that is not there any more", hint: `On “${link.words.trim()}”. Readers would get the words alone.`, repairs: removal }];
  }
  const at = addresses.get(link.href);
  if (at?.found === "here") return [{ level: "warn", message: "A link to our own story by its address", hint: `On “${link.words.trim()}”. Led by the story itself, it goes along when the story moves.`, repairs: change("Lead it by the story", { href: at.path, story: at.story }) }];
  if (at) return [{ level: "warn", message: at.found === "gone" ? "A link to a story of ours that was withdrawn" : "A link to a story of ours that is not public", hint: `On “${link.words.trim()}”.`, repairs: removal }];
  const clean = withoutTrackers(link.href);
  return clean ? [{ level: "warn", message: "A link that tracks whoever follows it", hint: `On “${link.words.trim()}”. It leads to the same place without.`, repairs: change("Clean it", { href: clean, story: null }) }] : [];
}

/** A link must be on words that say where it leads: on none nobody finds it, and signs alone are not read out. */
function wordChecks({ href, story, words }: Link, blockId: string | null): Finding[] {
  if (/[\p{L}\p{N}]/u.test(words)) return [];
  const signs = words.replace(/[\s\p{Cf}]+/gu, "");
  const repairs: Repair[] = blockId ? [{ label: "Remove the link", does: "remove-link", blockId, from: { href, story }, words }] : [];
  if (signs === "") return [{ level: "stop", message: "A link on nothing but space", hint: `Readers do not see it, and screen readers spell its address: ${href.slice(0, 80)}`, repairs }];
  return [{ level: "warn", message: `A link on “${signs}” alone`, hint: "Whoever hears it is not told where it leads: put it on words.", repairs }];
}

function edgeChecks({ href, story, words }: Link, blockId: string | null): Finding[] {
  if (words === words.trim() || !/[\p{L}\p{N}]/u.test(words)) return [];
  return [{ level: "warn", message: "A link that covers the space beside its words", hint: `On “${words.trim()}”.`, repairs: blockId ? [{ label: "Take the space out", does: "tidy-link", blockId, from: { href, story } }] : [] }];
}
