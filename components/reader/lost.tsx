import { tongue } from "@/components/reader/tongue";
import { SearchForm } from "@/components/reader/search/search-form";
import { words } from "@/components/reader/words";
import type { Language } from "@/db/vocabulary";
import type { ArticleCard } from "@/lib/articles/views";

/** A page that is not there, or a story or page that was taken back: says which, and helps on. */
export function Lost({ what, language, elsewhere }: { what: "missing" | "gone" | "pageGone"; language: Language; elsewhere: readonly ArticleCard[] }) {
  const { title, text } = words[language].lost[what];
  return (
    <main id="main" className="page">
      <div className="lost">
        <div>
          <p className="kicker">{what === "missing" ? "404" : "410"}</p>
          <h1>{title}</h1>
          <p>{text}</p>
          <SearchForm language={language} />
        </div>
        {elsewhere.length > 0 && (
          <section aria-labelledby="elsewhere">
            <h2 className="label" id="elsewhere">
              {words[language].related}
            </h2>
            <ul>
              {elsewhere.map((card) => (
                <li key={card.id} data-section={card.section.accent} {...tongue(card, language)}>
                  <p>
                    <a href={card.path}>{card.frontHeadline}</a>
                  </p>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}
