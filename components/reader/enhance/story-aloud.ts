/** A sentence, and the language to say it in. */
export type Spoken = { text: string; language: string };

const read = "p, li, h2, h3, h4, summary, dt, dd";
/** What is looked at, pressed or says again what stands in the text. */
const passed = "figure, table, nav, .embed, .see, .pull, .tools, [hidden], [aria-hidden=true]";

/** What is read aloud of a story, sentence by sentence: headline, standfirst, then the text in its order. */
export function storyAloud(article: Element): Spoken[] {
  const head = article.querySelectorAll("h1, .head .intro");
  const body = [...article.querySelectorAll(`.prose :is(${read})`)].filter((part) => !part.closest(passed) && !part.parentElement?.closest(read));
  return [...head, ...body].flatMap((part) => {
    const language = part.closest<HTMLElement>("[lang]")?.lang ?? "";
    return sentences(part.textContent ?? "", language).map((text) => ({ text, language }));
  });
}

/** Some browsers fall silent in the middle of a long passage: they get a sentence at a time. */
export function sentences(text: string, language: string): string[] {
  const whole = text.replace(/\s+/g, " ").trim();
  if (!("Segmenter" in Intl)) return whole ? [whole] : [];
  return [...new Intl.Segmenter(language || undefined, { granularity: "sentence" }).segment(whole)].map(({ segment }) => segment.trim()).filter(Boolean);
}
