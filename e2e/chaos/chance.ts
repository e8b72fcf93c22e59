/** Chance that comes out the same for the same seed: what is done, where, and after which pause. When the machine gets round to it is its own affair. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 to just below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to below `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least));
  }

  /** One of them. Throws where there is none. */
  one<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length)];
    if (item === undefined) throw new Error("There is nothing to choose from.");
    return item;
  }

  /** Another chance, which does not depend on how often this one is asked from now on. */
  fork(): Chance {
    return new Chance(Math.floor(this.next() * 4_294_967_296));
  }
}
