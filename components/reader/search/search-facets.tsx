"use client";

import { formatWords } from "@/components/reader/format-names";
import { searchWords } from "@/components/reader/search/search-words";
import { digits } from "@/components/reader/words/counted";
import type { Language } from "@/db/vocabulary";
import { daysOfYear, type Filters, searchAddress } from "@/lib/search/filters";
import type { Facet } from "@/lib/search/counted";
import type { Search } from "@/lib/search/search";

/** What narrows the search, as links with what each would leave; and two days to search between. */
export function SearchFacets({ found, filters, language }: { found: Search; filters: Filters; language: Language }) {
  const say = searchWords[language];
  const address = (change: Partial<Filters>) => searchAddress(found.question, { ...filters, ...change });
  const names: Record<string, string> = formatWords[language].names;
  const named = (facet: Facet): Facet => ({ ...facet, name: names[facet.value] ?? facet.name });
  const year = filters.from.slice(0, 4);
  const wholeYear = filters.from === daysOfYear(year).from && filters.to === daysOfYear(year).to ? year : "";
  return (
    <nav className="facets" id="narrow" aria-label={say.narrow}>
      <Choices name={say.section} language={language} facets={found.sections} chosen={filters.section} address={(section) => address({ section })} />
      <Choices name={say.author} language={language} facets={found.authors} chosen={filters.author} address={(author) => address({ author })} />
      {(found.formats.length > 1 || filters.format) && <Choices name={say.format} language={language} facets={found.formats.map(named)} chosen={filters.format} address={(format) => address({ format })} named={named} />}
      <Choices name={say.year} language={language} facets={found.years} chosen={wholeYear} address={(value) => address(value ? daysOfYear(value) : { from: "", to: "" })} />
      <form className="days-between" action="/search">
        <input type="hidden" name="q" value={found.question} />
        {filters.section && <input type="hidden" name="section" value={filters.section} />}
        {filters.author && <input type="hidden" name="author" value={filters.author} />}
        {filters.format && <input type="hidden" name="format" value={filters.format} />}
        <label>
          {say.from} <input type="date" name="from" defaultValue={filters.from} />
        </label>
        <label>
          {say.to} <input type="date" name="to" defaultValue={filters.to} />
        </label>
        <button className="button" type="submit">
          {say.between}
        </button>
        {(filters.from || filters.to) && !wholeYear && <a href={address({ from: "", to: "" })}>{say.anyDay}</a>}
      </form>
    </nav>
  );
}

/** So many stand open; a year or an author more is behind a press. */
const open = 6;

function Choices({ name, language, facets, chosen, address, named = (facet) => facet }: { name: string; language: Language; facets: readonly Facet[]; chosen: string; address: (value: string) => string; named?: (facet: Facet) => Facet }) {
  if (facets.length === 0 && !chosen) return null;
  const choice = ({ value, name: called, count }: Facet) => (
    <li key={value}>
      <a href={address(value === chosen ? "" : value)} aria-current={value === chosen ? "true" : undefined}>
        <bdi>{called}</bdi> <span>{count !== null && digits(language, count)}{value === chosen && <> ×<span className="hidden">, {searchWords[language].takeBack}</span></>}</span>
      </a>
    </li>
  );
  const known = facets.some((facet) => facet.value === chosen) || !chosen ? facets : [named({ value: chosen, name: chosen, count: 0 }), ...facets];
  const first = known.filter((facet, index) => index < open || facet.value === chosen);
  const rest = known.filter((facet) => !first.includes(facet));
  return (
    <section>
      <h2 className="label">{name}</h2>
      <ul>{first.map(choice)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{searchWords[language].more}</summary>
          <ul>{rest.map(choice)}</ul>
        </details>
      )}
    </section>
  );
}
