import type { StoryChoice } from "@/lib/articles/desk-views";
import { safeHref } from "@/lib/content/links";

/** What was picked: an address, and with it the story where it is one of ours. The story's id counts; its address follows it. */
export type Picked = { href: string; story: StoryChoice | null };

export type Choice = { kind: "address"; href: string } | { kind: "story"; story: StoryChoice; warning: string | null };

/** The address that somebody means, with the scheme that people leave out; null where it is none. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  if (/\s/.test(text)) return null;
  if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(text)) return safeHref(`mailto:${text}`);
  return safeHref(/^[\w-]+(\.[\w-]+)+(?:[/?#:]|$)/.test(text) ? `https://${text}` : text);
}

export type Around = { self?: string | undefined; already?: readonly string[] | undefined; storiesOnly?: boolean };

/**
 * Everything that may be picked for what was typed: the address itself first, where it is one, then stories with what to mind. Where
 * the address is a story's own, the story comes first: its link follows it.
 */
export function choicesOf(typed: string, stories: readonly StoryChoice[], around: Around): Choice[] {
  const href = around.storiesOnly ? null : addressOf(typed);
  const address: Choice[] = href ? [{ kind: "address", href }] : [];
  // Who has typed nothing yet is not looking for the story that she is in.
  const found = stories.filter((story) => typed.trim() !== "" || story.id !== around.self).map((story): Choice => ({ kind: "story", story, warning: warningOf(story, around) }));
  const isOwn = href !== null && stories.some((story) => story.path !== null && new URL(href, "https://paper.invalid").pathname === story.path);
  return isOwn ? [...found, ...address] : [...address, ...found];
}

function warningOf(story: StoryChoice, { self, already }: Around): string | null {
  if (story.id === self) return "This is the story that you are in.";
  if (already?.includes(story.id)) return "This story leads there already.";
  return story.path === null ? "Not public: readers would find nothing there, and publishing stops until they would." : null;
}

/** What a choice gives. A story that is not public has no address yet: its place at the desk stands in for it, and readers never get that. */
export function pickedOf(choice: Choice): Picked {
  return choice.kind === "address" ? { href: choice.href, story: null } : { href: choice.story.path ?? `/desk/articles/${choice.story.id}`, story: choice.story };
}

/** Why an address that was typed is not offered as a link; null where it is none, or may be one. */
export function whyNoLink(typed: string): string | null {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):\S/i.exec(typed)?.[1];
  if (!scheme || safeHref(typed) !== null) return null;
  return /^(?:https?|mailto|tel)$/i.test(scheme) ? "This address is not complete, or holds a name and password." : `A link may lead to a web page, a mail address or a telephone number, and not to “${scheme.toLowerCase()}:”.`;
}
