import { tongue } from "@/components/reader/tongue";
import { words } from "@/components/reader/words";
import type { Language } from "@/db/vocabulary";
import type { MostRead as Read } from "@/lib/readership/reads/most-read";

/** What most readers read, numbered; nothing where too few did. */
export function MostRead({ read, language }: { read: Read | null; language: Language }) {
  if (!read) return null;
  const say = words[language].mostRead;
  return (
    <section className="block most-read" aria-labelledby="most-read">
      <h2 className="label" id="most-read">
        {say.title} <small>{say[read.within]}</small>
      </h2>
      <ol>
        {read.cards.map((card) => (
          <li key={card.id} data-section={card.section.accent}>
            <a href={card.path} {...tongue(card, language)}>
              {card.frontHeadline}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
