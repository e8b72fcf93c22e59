import { createHash } from "node:crypto";
import type { PageTag } from "@/lib/core/page-tags";
import type { Copies } from "@/server/page-compression";

/** A page as it was rendered. */
export type Page = { status: number; location: string | null; /** The Link header of a file; pages say such things in themselves. */ link?: string; type: string; body: Buffer; tags: readonly PageTag[]; styleHashes: readonly string[]; /** It could not be made: what stands in it says so in English, for whoever cannot ask who reads it. */ failed?: true };

/** A page ready to be sent, with a strong ETag. Compressed copies join it when the first reader asks for one. */
export type CachedPage = Page & { etag: string; madeAt: Date; renderedAt: number; failing: Failing | null; bytes: number; compressed: Copies };
/** Since when, and when last, a page could not be made anew. */
type Failing = { since: number; last: number };

const cacheable = new Set([200, 301, 404, 410]);
/** Dropped or aged pages may still be shown for so long while the database cannot be reached. */
const staleForMs = 60 * 60 * 1000;
/** Pages tell the date and how long ago something was: after so long one is made anew, while readers still get the old one. */
const renewAfterMs = 5 * 60 * 1000;
/** After so long time has made a page untrue (a news sitemap, an open discussion): it is made anew before anybody gets it. */
const oldAfterMs = 2 * renewAfterMs;
/** Where a page could not be made anew, readers do not wait for another try before this is over. */
const restMs = 5 * 1000;
/** Random addresses, searches and what else somebody can ask for in as many ways as she likes may not push real pages out. */
const mostMisses = 500;

function pack(key: string, page: Page, madeAt: Date): CachedPage {
  const etag = createHash("sha256").update(`${page.status}\n${page.location ?? ""}\n`).update(page.body).digest("base64url").slice(0, 27);
  // Room for both compressed copies is counted from the start: each is a fraction of the page.
  const names = page.tags.reduce((sum, tag) => sum + tag.length, key.length);
  return { ...page, etag, madeAt, renderedAt: madeAt.getTime(), failing: null, bytes: page.body.length * 2 + names * 4 + 500, compressed: {} };
}

/**
 * The one cache, in front of everything readers see. Pages are kept until an event touches a tag that they noted. A render that began
 * before a change is never stored after it, and nobody who comes after a change is given a render that began before it.
 */
export class PageCache {
  private readonly pages = new Map<string, CachedPage>();
  private readonly stale = new Map<string, { page: CachedPage; until: number }>();
  private readonly byTag = new Map<PageTag, Set<string>>();
  private readonly underWay = new Map<string, Promise<CachedPage>>();
  /** When each tag was last dropped, for the renders that are under way. */
  private readonly droppedAt = new Map<PageTag, number>();
  private rendering = 0;
  private generation = 0;
  private bytes = 0;
  private staleBytes = 0;
  private misses = 0;

  constructor(
    private readonly mostBytes = 64 * 1024 * 1024,
    private readonly now: () => number = Date.now,
  ) {}

  get size(): number {
    return this.pages.size;
  }

  /** What is held now, in bytes: never more than one and a half times what the cache may keep, however many addresses are asked for. */
  get held(): number {
    return this.bytes + this.staleBytes;
  }

  /** The page for this key, from the cache or rendered once for all who wait. Throws what `render` throws where nothing stale helps. */
  async serve(key: string, render: () => Promise<Page>): Promise<CachedPage> {
    const kept = this.pages.get(key);
    if (!kept) return this.renderOnce(key, render);
    this.pages.delete(key);
    this.pages.set(key, kept);
    const age = this.now() - kept.renderedAt;
    if (age <= renewAfterMs || this.rests(kept)) return kept;
    const renewed = this.renderOnce(key, render);
    if (age > oldAfterMs) return renewed;
    // Out of the reader's way. Where it fails, the page that nothing has made untrue stays until it is old.
    renewed.catch(() => undefined);
    return kept;
  }

  private async renderOnce(key: string, render: () => Promise<Page>): Promise<CachedPage> {
    const waiting = this.underWay.get(key);
    if (waiting) return waiting;
    const rendering = this.renderAndKeep(key, render);
    this.underWay.set(key, rendering);
    try {
      return await rendering;
    } finally {
      if (this.underWay.get(key) === rendering) this.underWay.delete(key);
    }
  }

  private rests({ failing }: CachedPage): boolean {
    return failing !== null && this.now() - failing.last < restMs && this.now() - failing.since < staleForMs;
  }

  /** What may be shown in place of a page that cannot be made: what was dropped or has aged, for as long as an outage may last. */
  private inNeed(key: string): CachedPage | null {
    const now = this.now();
    const kept = this.pages.get(key);
    if (kept) {
      kept.failing = { since: kept.failing?.since ?? now, last: now };
      return now - kept.failing.since < staleForMs ? kept : null;
    }
    const stale = this.stale.get(key);
    return stale && stale.until > now ? stale.page : null;
  }

  private async renderAndKeep(key: string, render: () => Promise<Page>): Promise<CachedPage> {
    const began = this.generation;
    let page: CachedPage;
    this.rendering += 1;
    try {
      page = pack(key, await render(), new Date(this.now()));
    } catch (error) {
      this.rendered();
      const shown = this.inNeed(key);
      if (shown) return shown;
      throw error;
    }
    const changedMeanwhile = page.tags.some((tag) => (this.droppedAt.get(tag) ?? 0) > began);
    this.rendered();
    if (page.status >= 500) return this.inNeed(key) ?? page;
    if (cacheable.has(page.status) && !changedMeanwhile) this.keep(key, page);
    this.forget(key);
    return page;
  }

  /** One render is over. What was dropped before the next one begins is nothing to it. */
  private rendered(): void {
    this.rendering -= 1;
    if (this.rendering === 0) this.droppedAt.clear();
  }

  private keep(key: string, page: CachedPage): void {
    if (page.bytes > this.mostBytes / 4) return;
    if (isMiss(key, page)) {
      if (this.misses >= mostMisses) for (const [oldKey, old] of this.pages) if (isMiss(oldKey, old)) { this.remove(oldKey); break; }
      this.misses += 1;
    }
    const former = this.remove(key);
    // The same bytes as before: what readers hold stays fresh, and what was compressed is compressed.
    if (former?.etag === page.etag) Object.assign(page, { madeAt: former.madeAt, compressed: former.compressed });
    this.pages.set(key, page);
    this.bytes += page.bytes;
    for (const tag of page.tags) {
      const keys = this.byTag.get(tag) ?? new Set();
      keys.add(key);
      this.byTag.set(tag, keys);
    }
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= this.mostBytes) break;
      this.remove(oldest);
    }
  }

  private remove(key: string): CachedPage | null {
    const page = this.pages.get(key);
    if (!page) return null;
    this.pages.delete(key);
    this.bytes -= page.bytes;
    if (isMiss(key, page)) this.misses -= 1;
    for (const tag of page.tags) {
      const keys = this.byTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.byTag.delete(tag);
    }
    return page;
  }

  /**
   * Drops every page made from one of these. With `takedown` nothing of them is shown again, not even while the database is down:
   * a story that was taken back stays back.
   */
  drop(tags: readonly PageTag[], { takedown = false } = {}): void {
    if (tags.length === 0) return;
    this.generation += 1;
    for (const tag of tags) this.droppedAt.set(tag, this.generation);
    // Whoever asks from now on must not be handed a render that began before this change.
    this.underWay.clear();
    const until = this.now() + staleForMs;
    for (const key of new Set(tags.flatMap((tag) => [...(this.byTag.get(tag) ?? [])]))) {
      const page = this.remove(key);
      if (page && !takedown && page.status === 200) this.setAside(key, page, until);
    }
    if (takedown) for (const [key, { page }] of this.stale) if (page.tags.some((tag) => tags.includes(tag))) this.forget(key);
    for (const [key, { until: over }] of this.stale) if (over < this.now() || this.staleBytes > this.mostBytes / 2) this.forget(key);
  }

  /** Keeps a dropped page for an outage, behind those that were dropped before. */
  private setAside(key: string, page: CachedPage, until: number): void {
    this.forget(key);
    this.stale.set(key, { page, until });
    this.staleBytes += page.bytes;
  }

  private forget(key: string): void {
    const dropped = this.stale.get(key);
    if (!dropped) return;
    this.stale.delete(key);
    this.staleBytes -= dropped.page.bytes;
  }
}

const isMiss = (key: string, page: CachedPage) => page.status !== 200 || key.includes("?") || key.startsWith("/comments/");
