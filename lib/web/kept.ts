import { type PageTag, pageTagsOf } from "@/lib/core/page-tags";
import { processStore } from "@/lib/kernel/process-store";

/** As long as a cached page at most: what no event told of is noticed as soon here as there. */
const oldAfterMs = 5 * 60 * 1000;

/**
 * What every page asks for, read once for all of them, until an event touches one of `tags`. A read that began before an event is never
 * kept after it, as with cached pages; one that failed is not kept either. Where nothing tells of events, every call reads.
 */
export function keptUntil<Value>(tags: readonly PageTag[], read: () => Promise<Value>, now: () => number = Date.now): () => Promise<Value> {
  let kept: { value: Promise<Value>; at: number } | null = null;
  let hub: unknown = null;

  function listening(): boolean {
    const { events } = processStore();
    if (events && events !== hub) {
      hub = events;
      kept = null;
      events.subscribe((event) => {
        if (pageTagsOf(event).some((tag) => tags.includes(tag))) kept = null;
      });
    }
    return hub !== null;
  }

  return () => {
    if (!listening()) return read();
    if (kept && now() - kept.at < oldAfterMs) return kept.value;
    const reading = { value: read(), at: now() };
    kept = reading;
    reading.value.catch(() => {
      if (kept === reading) kept = null;
    });
    return reading.value;
  };
}
