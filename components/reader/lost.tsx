import { SearchForm } from "@/components/reader/search/search-form";
import { words } from "@/components/reader/words";
import type { Language } from "@/db/vocabulary";

/** A page that is not there, or a story or page that was taken back: says which, and helps on. */
export function Lost({ what, language }: { what: "missing" | "gone" | "pageGone"; language: Language }) {
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
      </div>
    </main>
  );
}
