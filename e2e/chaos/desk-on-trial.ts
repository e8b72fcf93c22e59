import { Broken, judgeAtRest, judgeSaid, judgeStored, settle } from "@/e2e/chaos/oracle";
import { type Figures, noFigures, SimulatedEditor, wordsOf } from "@/e2e/chaos/simulated-editor";
import { pause, type Trial } from "@/e2e/chaos/trial";

/** So many people in a new story, all in and seeing the same. */
export class Desk {
  readonly figures: Figures = noFigures();
  readonly editors: SimulatedEditor[] = [];
  readonly journals: string[] = [];

  private constructor(
    readonly trial: Trial,
    readonly articleId: string,
  ) {}

  static async open(trial: Trial, headline: string, people: number): Promise<Desk> {
    const desk = new Desk(trial, await trial.paper.newStory(headline));
    for (let number = 0; number < people; number++) await desk.join();
    await settle(desk.editors);
    return desk;
  }

  /** One more sits down. */
  async join(more: { cookie?: string; schema?: number; mostWords?: number } = {}): Promise<SimulatedEditor> {
    const { paper, chance } = this.trial;
    const number = this.editors.length;
    const journal = paper.journal();
    const editor = new SimulatedEditor({ number, port: paper.network.port, origin: paper.origin, cookie: await paper.cookie(number), articleId: this.articleId, journal, chance: chance.fork(), figures: this.figures, ...more });
    this.editors.push(editor);
    this.journals.push(journal);
    return editor;
  }

  /** Everybody writes, so fast. */
  write(least = 80, most = 350): void {
    for (const editor of this.editors) editor.write(least, most);
  }

  rest(): void {
    for (const editor of this.editors) editor.rest();
  }

  /** What PostgreSQL holds, in the middle of everything. */
  judgeStored(): Promise<void> {
    return judgeStored(this.trial.paper, this.articleId, this.journals);
  }

  async judgeAtRest(): Promise<number> {
    const took = await judgeAtRest(this.trial.paper, this.articleId, this.editors, this.journals);
    judgeSaid(this.trial.paper.said());
    return took;
  }

  /** Everybody goes; somebody who comes then sees what everybody saw. */
  async close(): Promise<number> {
    const written = this.editors.reduce((sum, editor) => sum + editor.written, 0);
    const [last] = this.editors;
    const before = last && wordsOf(last.doc).join(" ");
    for (const editor of this.editors.splice(0)) editor.leave();
    const late = await this.join();
    await settle([late]);
    const after = wordsOf(late.doc).join(" ");
    late.leave();
    if (before !== undefined && before !== after) throw new Broken("Whoever opens the story anew sees another text.");
    return written;
  }
}

/** Waits until everybody has what was written acknowledged once, and says how long that took. Throws `Broken` after a minute. */
export async function everybodySaved(desk: Desk, began: number): Promise<number> {
  while (!desk.editors.every(({ isSaved }) => isSaved)) {
    if (performance.now() - began > 60_000) throw new Broken(`Not everybody is back after a minute: ${desk.editors.map(({ isSaved, closes }) => (isSaved ? "saved" : closes.slice(-2).join(" "))).join(", ")}`);
    await pause(20, desk.trial.signal);
  }
  return performance.now() - began;
}
