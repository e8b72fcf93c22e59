/** What a story's form carries to be taken: fetched when somebody begins to write, and kept through mistakes. */
export class FormToken {
  private asked: Promise<string> | null = null;
  private goodFrom = 0;

  constructor(private readonly articleId: string) {}

  /** The token, fetched where there is none yet. Throws where the paper cannot be reached or gives none. */
  get(): Promise<string> {
    this.asked ??= this.fetch().catch((error) => {
      this.asked = null;
      throw error;
    });
    return this.asked;
  }

  /** Fetches another one, since this one is spent or too old. */
  renew(): Promise<string> {
    this.asked = null;
    return this.get();
  }

  /** Seconds until a form with this token may be sent. */
  get wait(): number {
    return Math.max(0, (this.goodFrom - performance.now()) / 1000);
  }

  private async fetch(): Promise<string> {
    const response = await fetch(`/api/comments/token?article=${this.articleId}`, { headers: { "Accept-Language": document.documentElement.lang } });
    const { value, failure } = (await response.json()) as { value?: { token: string; goodAfter: number }; failure?: { message: string } };
    if (!value) throw new Refused(failure?.message ?? "");
    this.goodFrom = performance.now() + value.goodAfter * 1000;
    return value.token;
  }
}

/** The paper answered, and said no in words that are for the reader. */
export class Refused extends Error {}
