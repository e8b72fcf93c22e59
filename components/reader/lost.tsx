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

export function SearchForm({ value = "", language }: { value?: string; language: Language }) {
  const say = words[language];
  return (
    <search>
      <form className="find" action="/search">
      <label className="hidden" htmlFor="q">
        {say.searching.field}
      </label>
      <input id="q" name="q" type="search" placeholder={say.searching.field} defaultValue={value} maxLength={200} />
      <button className="button first" type="submit">
          {say.search}
        </button>
      </form>
    </search>
  );
}
