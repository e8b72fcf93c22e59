const questionMarks = /[?؟？]/u;

/** Words of a name by which somebody is addressed, folded: short ones ("van", "de") address nobody. */
const wordsOf = (text: string): string[] => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en").split(/[^\p{L}]+/u);
const leastOfName = 4;

/** Whether a comment asks something of whoever wrote the story: it holds a question, and calls her by her first or last name, or stands where readers are asked to ask (`everyQuestion`). What it quotes is another's. */
export function asksAuthor(source: string, authorName: string, { everyQuestion }: { everyQuestion: boolean }): boolean {
  const own = source.split("\n").filter((line) => !line.startsWith(">")).join("\n");
  if (!questionMarks.test(own)) return false;
  if (everyQuestion) return true;
  const names = wordsOf(authorName);
  const called = [names[0], names.at(-1)].filter((name): name is string => name !== undefined && name.length >= leastOfName);
  const said = new Set(wordsOf(own));
  return called.some((name) => said.has(name));
}
