"use client";

import type { Filters } from "@/lib/search/filters";

/** The search box. With scripts it offers what one may mean (`components/reader/enhance/search-suggestions.ts`); without it is a form. */
export function SearchForm({ value = "", filters }: { value?: string; filters?: Filters }) {
  return (
    <search>
      <search-suggestions>
        <form className="find" action="/search">
          <label className="hidden" htmlFor="q">
            Search the paper
          </label>
          <input id="q" name="q" type="search" placeholder="Search the paper" defaultValue={value} maxLength={200} dir="auto" />
          {Object.entries(filters ?? {}).map(([name, chosen]) => chosen && <input key={name} type="hidden" name={name} value={chosen} />)}
          <button className="button first" type="submit">
            Search
          </button>
        </form>
      </search-suggestions>
    </search>
  );
}
