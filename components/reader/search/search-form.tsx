"use client";

import { searchWords } from "@/components/reader/search/search-words";
import { words } from "@/components/reader/words";
import type { Language } from "@/db/vocabulary";
import type { Filters } from "@/lib/search/filters";

/** The search box. With scripts it offers what one may mean (`components/reader/enhance/search-suggestions.ts`); without it is a form. */
export function SearchForm({ value = "", filters, language }: { value?: string; filters?: Filters; language: Language }) {
  const say = words[language];
  return (
    <search>
      <search-suggestions data-name={searchWords[language].suggestions}>
        <form className="find" action="/search">
          <label className="hidden" htmlFor="q">
            {say.searchField}
          </label>
          <input id="q" name="q" type="search" placeholder={say.searchField} defaultValue={value} maxLength={200} dir="auto" />
          {Object.entries(filters ?? {}).map(([name, chosen]) => chosen && <input key={name} type="hidden" name={name} value={chosen} />)}
          <button className="button first" type="submit">
            {say.search}
          </button>
        </form>
      </search-suggestions>
    </search>
  );
}
