import { SearchForm } from "@/components/reader/search/search-form";
import { words } from "@/components/reader/words";
import type { Language } from "@/db/vocabulary";

/** A page that is not there, or was taken back: says which, and helps on. */
export function Lost({ gone, language }: { gone: boolean; language: Language }) {
  const { title, text } = words[language].lost[gone ? "gone" : "missing"];
  return (
    <main id="main" className="page">
      <div className="lost">
        <div>
          <p className="kicker">{gone ? "410" : "404"}</p>
          <h1>{title}</h1>
          <p>{text}</p>
          <SearchForm language={language} />
        </div>
      </div>
    </main>
  );
}
