import { fetchedPage } from "@/components/reader/enhance/fetched-page";
import { forget, keep, kept } from "@/components/reader/enhance/kept";

/* A public page is the same for everybody: which comments were written here, this browser alone remembers, by the keys of their own pages. */

const under = (articleId: string) => `own-comments:${articleId}`;

/** The keys of the comments under a story that were written in this browser and waited when they were last looked at. */
export function keptKeys(articleId: string): string[] {
  return (kept(under(articleId)) ?? "").split(" ").filter(Boolean);
}

export function keepKey(articleId: string, key: string): void {
  keep(under(articleId), [...new Set([...keptKeys(articleId), key])].join(" "));
}

export function forgetKey(articleId: string, key: string): void {
  const others = keptKeys(articleId).filter((one) => one !== key);
  if (others.length > 0) keep(under(articleId), others.join(" "));
  else forget(under(articleId));
}

export type OwnComment = { state: string; says: string; body: Element | null };

/** A comment as its own page shows it, its text drawn as the thread will draw it; null where it is no longer kept. Throws where the paper is out of reach. */
export async function ownComment(key: string): Promise<OwnComment | null> {
  const response = await fetch(`/comments/${key}`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error("The paper did not answer.");
  const page = await fetchedPage(response);
  const status = page.querySelector<HTMLElement>(".comments [role=status]");
  return status && { state: status.dataset.state ?? "", says: status.textContent?.trim() ?? "", body: page.querySelector(".comment .body") };
}
