import { createHmac, randomBytes } from "node:crypto";

const hour = 60 * 60 * 1000;
/** As many reads of one story an hour count from one network: a household, or a reader who comes back. */
export const mostFromOneNetwork = 3;
/** So many different reads are told apart in an hour, and so many stories between two writings. What comes beyond is not counted: memory stays bounded. */
const most = 200_000;

/**
 * Counts reads in memory. Who read is known by a hash alone, under a key that is made here, kept nowhere and thrown away each hour with
 * all that it made: nobody can later say who read what.
 */
export class ReadCounter {
  private counts = new Map<string, number>();
  private seen = new Map<string, number>();
  private key = randomBytes(32);
  private since = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly now: () => number = Date.now,
    private readonly mostSeen = most,
  ) {}

  /** Counts one read of the story with this slug; says whether it counted. */
  note(slug: string, address: string): boolean {
    if (this.now() - this.since >= hour) {
      this.seen = new Map();
      this.key = randomBytes(32);
      this.since = this.now();
    }
    const who = createHmac("sha256", this.key).update(`${address}\n${slug}`).digest("base64url").slice(0, 16);
    const times = this.seen.get(who) ?? 0;
    if (times >= mostFromOneNetwork || (times === 0 && this.seen.size >= this.mostSeen)) return false;
    this.seen.set(who, times + 1);
    return this.add(slug, 1);
  }

  /** Hands over what was counted since the last time. */
  take(): { slug: string; reads: number }[] {
    const taken = [...this.counts].map(([slug, reads]) => ({ slug, reads }));
    this.counts = new Map();
    return taken;
  }

  /** Takes back what could not be written. */
  giveBack(counts: readonly { slug: string; reads: number }[]): void {
    for (const { slug, reads } of counts) this.add(slug, reads);
  }

  private add(slug: string, reads: number): boolean {
    if (!this.counts.has(slug) && this.counts.size >= this.mostSeen) return false;
    this.counts.set(slug, (this.counts.get(slug) ?? 0) + reads);
    return true;
  }
}
