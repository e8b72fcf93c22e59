/** What was begun and must be over before the server may stop. */
export class UnderWay {
  private readonly works = new Set<Promise<unknown>>();

  /** Notes the work until it ends, however it ends, and hands it back. */
  follow<Result>(work: Promise<Result>): Promise<Result> {
    const ended = work.then(
      () => undefined,
      () => undefined,
    );
    this.works.add(ended);
    void ended.then(() => this.works.delete(ended));
    return work;
  }

  /** Resolves when nothing is under way, not even what was begun meanwhile. */
  async over(): Promise<void> {
    while (this.works.size > 0) await Promise.all(this.works);
  }
}
