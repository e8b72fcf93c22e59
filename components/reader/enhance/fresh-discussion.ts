import { fetchedPage } from "@/components/reader/enhance/fetched-page";

const tries = 4;

/**
 * Takes the discussion over from the page as it stands now, with its count and the new comment in its place; `box`, the form's own
 * element, stays where it is: above all comments, or under the one that was answered. False where the page does not show it yet.
 */
export async function showInDiscussion(box: HTMLElement, commentId: string): Promise<boolean> {
  for (let turn = 0; turn < tries; turn++) {
    if (turn > 0) await new Promise((done) => setTimeout(done, 1000));
    const fresh = await discussionNow();
    if (fresh?.querySelector(`#comment-${commentId}`)) return takeOver(box, fresh);
  }
  return false;
}

/** Takes the discussion over as it stands now; what is being written stays as it is. False where it cannot be had. */
export async function renewDiscussion(region: HTMLElement): Promise<boolean> {
  const box = region.querySelector<HTMLElement>("comment-form");
  const fresh = await discussionNow().catch(() => null);
  return box !== null && fresh !== null && takeOver(box, fresh);
}

async function discussionNow(): Promise<Element | null> {
  const response = await fetch(location.pathname + location.search, { cache: "reload" });
  return response.ok ? (await fetchedPage(response)).querySelector("#comments") : null;
}

function takeOver(box: HTMLElement, fresh: Element): boolean {
  const region = box.closest<HTMLElement>("#comments");
  if (!region) return false;
  const answered = box.closest("article.comment");
  const acts = answered && fresh.querySelector(`#${answered.id} > .acts`);
  const place = fresh.querySelector("comment-form");
  if (acts) {
    place?.remove();
    acts.after(box);
  } else place?.replaceWith(box);
  region.replaceChildren(...fresh.childNodes);
  region.dataset.visible = (fresh as HTMLElement).dataset.visible ?? "";
  region.dispatchEvent(new Event("renewed"));
  return true;
}
