import type { PageTag } from "@/lib/core/page-tags";

/** So many times within a second the pages of one discussion go at once. */
const atOnce = 5;
const secondMs = 1000;

/**
 * Drops cached pages for events, but keeps the pages of a hot discussion readable: where it changes more than five times in a second, the
 * further changes are told together when that second is over. A comment is on the page within a second either way; what takes something
 * from readers must not come through here.
 */
export function calmDrops(drop: (tags: readonly PageTag[]) => void, now: () => number = Date.now): (tags: readonly PageTag[]) => void {
  const recent = new Map<PageTag, { since: number; drops: number; waiting: boolean }>();

  const later = (tag: PageTag, inMs: number) =>
    setTimeout(() => {
      recent.delete(tag);
      drop([tag]);
    }, inMs).unref();

  const mayGo = (tag: PageTag): boolean => {
    if (!tag.startsWith("discussion:")) return true;
    const time = now();
    const known = recent.get(tag);
    if (!known || time - known.since >= secondMs) {
      // Those that are over are forgotten, so that the list is never longer than what happens in a second.
      for (const [old, { since, waiting }] of recent) if (!waiting && time - since >= secondMs) recent.delete(old);
      if (!known?.waiting) {
        recent.set(tag, { since: time, drops: 1, waiting: false });
        return true;
      }
      return false;
    }
    known.drops += 1;
    if (known.drops <= atOnce) return true;
    if (!known.waiting) {
      known.waiting = true;
      later(tag, secondMs - (time - known.since));
    }
    return false;
  };

  return (tags) => drop(tags.filter(mayGo));
}
