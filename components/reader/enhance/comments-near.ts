import type { ActWords } from "@/components/reader/comments/words/words";
import styles from "@/components/reader/enhance/comment-acts.css";
import { CommentActs } from "@/components/reader/enhance/comment-acts";
import { fetchedPage } from "@/components/reader/enhance/fetched-page";
import { renewDiscussion } from "@/components/reader/enhance/fresh-discussion";
import { viewer } from "@/components/reader/enhance/viewer";
import { watchDiscussion } from "@/components/reader/enhance/watch-discussion";

/** What makes a discussion quicker: what one can do with a comment, more replies in their place, and what came meanwhile. */
export async function begin(region: HTMLElement): Promise<void> {
  const language = region.closest<HTMLElement>("[lang]")?.lang ?? "en";
  // Without its words nothing is offered here; the page about each comment has all of it.
  const words = await fetch(`/comments/words/${language}`).then((response) => response.json() as Promise<ActWords>).catch(() => null);
  if (!words) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  const acts = new CommentActs(region, words);
  await acts.decorate();
  if ((await viewer())?.moderates) {
    const { moderateHere } = (await import(laterScripts.moderation)) as typeof import("@/components/reader/enhance/moderate-here");
    moderateHere(region);
  }
  region.addEventListener("renewed", () => {
    acts.forget();
    void acts.decorate();
  });
  region.addEventListener("click", (event) => {
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    const more = (event.target as Element).closest<HTMLAnchorElement>('.replies a[href*="?c=thread."]');
    if (!more || ctrlKey || metaKey || shiftKey) return;
    const item = more.closest("li");
    // Earlier replies stand before all others, on a page of their own.
    if (!item || item.nextElementSibling) return;
    event.preventDefault();
    void moreReplies(more, item).then((first) => {
      void acts.decorate();
      first?.focus();
    });
  });
  if (region.id === "comments" && region.querySelector("comment-form") && !new URLSearchParams(location.search).has("c")) watchDiscussion(region, words.fresh, () => renewDiscussion(region));
}

/** Puts the next replies of a thread in the place of the link that leads to them. Returns the first, or follows the link where that fails. */
async function moreReplies(link: HTMLAnchorElement, item: Element): Promise<HTMLElement | null> {
  const response = await fetch(link.href).catch(() => null);
  const replies = response?.ok && (await fetchedPage(response)).querySelectorAll("#comments .replies > li");
  if (!replies) {
    location.assign(link.href);
    return null;
  }
  // The link to earlier ones is the first item; these stand here already.
  const later = [...replies].filter((one, place) => place > 0 || one.querySelector(".comment"));
  // Somebody may have answered meanwhile: nothing stands twice.
  const news = later.filter((one) => {
    const id = one.querySelector(".comment")?.id;
    return !id || !document.getElementById(id);
  });
  item.replaceWith(...news);
  const first = news[0]?.querySelector<HTMLElement>(".comment") ?? null;
  if (first) first.tabIndex = -1;
  return first;
}
