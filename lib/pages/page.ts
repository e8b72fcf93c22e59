import { parseBody, type StoredDocument } from "@/lib/content/body";
import { bodyFromMarkdown } from "@/lib/content/from-markdown";
import { bodyText } from "@/lib/content/to-text";
import { isSlug, slugFrom } from "@/lib/kernel/slug";

export type PageState = "draft" | "published" | "changed" | "withdrawn";

/** How a page stands before readers. `newest` is the version saved last. */
export function pageState(page: { publishedRevisionId: string | null; firstPublishedAt: Date | null }, newest: string): PageState {
  if (page.publishedRevisionId === null) return page.firstPublishedAt === null ? "draft" : "withdrawn";
  return page.publishedRevisionId === newest ? "published" : "changed";
}

/** What was typed as the tree that readers get, or the sentence that says why it cannot be one. */
export function pageBody(typed: string): { body: StoredDocument } | { problem: string } {
  const body = parseBody(bodyFromMarkdown(typed));
  if (!body) return { problem: "This text cannot be kept as it is: it is too long, or too deep." };
  let level = 1;
  for (const block of body.content) {
    if (block.type !== "heading") continue;
    if (block.attrs.level > level + 1) return { problem: `“${bodyText({ type: "doc", content: [block] })}” is a heading of a lower rank than may stand here: begin with ##, and use ### only below it.` };
    level = block.attrs.level;
  }
  return { body };
}

/** Whether readers would find any words on it. */
export function saysSomething(body: StoredDocument): boolean {
  return bodyText(body).trim() !== "";
}

/** Why a page cannot stand at this address among the others, in a sentence, or null. */
export function pageSlugProblem(slug: string, others: readonly { slug: string }[]): string | null {
  if (!slug) return "The address needs a letter or a figure.";
  if (!isSlug(slug)) return `An address may hold small letters, figures and single hyphens. We suggest “${slugFrom(slug) || "about-us"}”.`;
  return others.some((other) => other.slug === slug) ? `Another page stands at “/about/${slug}” already.` : null;
}
