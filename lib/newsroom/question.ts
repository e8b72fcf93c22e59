import type { Language, UseKind } from "@/db/vocabulary";
import { type AskedKind, askedWords, filledIn } from "@/lib/newsroom/words";

const asked = (kind: UseKind): AskedKind => (kind === "letter" ? "letter" : "lead");

/** What somebody agrees to if she does, as she reads it and as it is kept. */
export function declarationOf(kind: UseKind, { paper }: { paper: string }, language: Language): string {
  return filledIn(askedWords[language].declaration[asked(kind)], { paper });
}

type Of = { paper: string; name: string; /** "" where readers do not see the story. */ headline: string; /** Of a letter as it would be printed. */ words: string; link: string };

/** The mail that asks, with the link by which she answers. */
export function questionLetter(kind: UseKind, { paper, name, headline, words, link }: Of, language: Language): { subject: string; text: string } {
  const { mail } = askedWords[language];
  const say = (sentence: string) => filledIn(sentence, { paper, name, headline });
  const parts = [say(mail.hello), `${say(headline ? mail.wrote.under : mail.wrote.gone)} ${say(mail.says[asked(kind)])}`, ...(words ? [words.replaceAll(/^/gm, "  ")] : []), mail.here, link, mail.until, paper];
  return { subject: say(mail.subject[asked(kind)]), text: `${parts.join("\n\n")}\n` };
}
