import { elementsOf, valueIn, firstValue } from "@/lib/imports/documents/word-xml";

/** A paragraph style: what it is called, what it is made from, its level in the outline (0 is the highest) and its list. */
export type WordStyle = { name: string; basedOn: string | null; outline: number | null; list: { number: string; level: number } | null };
export type WordStyles = ReadonlyMap<string, WordStyle>;

export function stylesIn(xml: string): WordStyles {
  return new Map(
    elementsOf(xml, "w:style").flatMap((style): [string, WordStyle][] => {
      const id = valueIn(style.slice(0, style.indexOf(">") + 1), "w:styleId");
      const number = firstValue(style, "w:numId");
      return id === null ? [] : [[id, { name: firstValue(style, "w:name") ?? id, basedOn: firstValue(style, "w:basedOn"), outline: outlineOf(style), list: number === null ? null : { number, level: Number(firstValue(style, "w:ilvl") ?? 0) } }]];
    }),
  );
}

/** The level in the outline that a style or a paragraph sets itself; the tenth, 9, means plain text. */
export function outlineOf(xml: string): number | null {
  const level = firstValue(xml, "w:outlineLvl");
  return level !== null && /^\d$/.test(level) ? Number(level) : null;
}

const headingName = /^(?:heading|überschrift|titre|titolo|título|título|rubrik|overskrift|kop|otsikko|nagłówek|nadpis|заголовок|επικεφαλίδα|başlık|címsor|titlu|naslov|عنوان|כותרת|标题|標題|見出し)\s{0,2}(\d)$/iu;
const others: [name: RegExp, canonical: string][] = [
  [/^(?:title|titel|titre|titolo|título|tittel|otsikko|tytuł|название)$/iu, "Title"],
  [/^(?:subtitle|untertitel|sous-titre|sottotitolo|subtítulo|undertitel|undertittel|ondertitel|podtytuł|подзаголовок)$/iu, "Subtitle"],
  [/^(?:(?:intense )?quote|(?:intensives )?zitat|citation(?: intense)?|cita(?: destacada)?|citazione(?: intensa)?|(?:starkt )?citat|(?:sterkt )?sitat|citaat|quotations?|block ?text|blockquote|цитата)$/iu, "Quote"],
];

/** What a style is by Word's own English name: by its name in many languages, by its level in the outline, or by what it is made from. */
export function canonicalName(styles: WordStyles, id: string): string | null {
  let one: WordStyle | undefined = styles.get(id);
  for (let step = 0; one && step < 12; step++) {
    const { name, outline } = one;
    const level = headingName.exec(name)?.[1];
    if (level) return `heading ${Math.min(Math.max(Number(level), 1), 6)}`;
    const known = others.find(([form]) => form.test(name));
    if (known) return known[1];
    if (outline !== null) return outline <= 5 ? `heading ${outline + 1}` : null;
    one = one.basedOn === null ? undefined : styles.get(one.basedOn);
  }
  return null;
}

/** The sheet of styles with such names in place of those that only its author's language knows. */
export function withCanonicalNames(xml: string): string {
  const styles = stylesIn(xml);
  return xml.replace(/(<w:style\s[^<>]{0,2000}>\s*)<w:name\s[^<>]{0,500}\/>/g, (whole, opening: string) => {
    const name = canonicalName(styles, valueIn(opening, "w:styleId") ?? "");
    return name === null ? whole : `${opening}<w:name w:val="${name}"/>`;
  });
}
