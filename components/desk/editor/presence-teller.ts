type Present = { id: string; name: string };

/** At most so often, in milliseconds, is it said who came and went: whoever listens is writing. */
export const restBetweenPresence = 30_000;
/** So long after the first change, in milliseconds, it is said: people who open a story together come together. */
export const gatherPresence = 1500;

/** Who came and who went between two moments, in a sentence; empty where nobody did. Somebody who came and went between is not told. */
export function presenceInWords(before: readonly Present[], now: readonly Present[]): string {
  const without = (left: readonly Present[], right: readonly Present[]) => left.filter(({ id }) => !right.some((other) => other.id === id));
  return [told(without(now, before), "joined"), told(without(before, now), "left")].filter(Boolean).join(". ");
}

function told([first, second, ...more]: readonly Present[], what: string): string {
  if (!first) return "";
  if (!second) return `${first.name} ${what}`;
  return more.length === 0 ? `${first.name} and ${second.name} ${what}` : `${first.name} and ${more.length + 1} others ${what}`;
}

/** Gathers who comes and goes, and says it now and then. */
export class PresenceTeller {
  private told: readonly Present[] = [];
  private now: readonly Present[] = [];
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private saidAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly say: (words: string) => void) {}

  /** Takes note of who else is here now. */
  see(people: readonly Present[]): void {
    this.now = people;
    this.waiting ??= setTimeout(() => this.tell(), Math.max(gatherPresence, this.saidAt + restBetweenPresence - performance.now()));
  }

  private tell(): void {
    this.waiting = undefined;
    const words = presenceInWords(this.told, this.now);
    this.told = this.now;
    if (words === "") return;
    this.saidAt = performance.now();
    this.say(words);
  }

  stop(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }
}
