"use client";

import { daysOfYear, type Filters, searchAddress } from "@/lib/search/filters";
import type { Facet, Search } from "@/lib/search/search";

/** What narrows the search, as links with what each would leave; and two days to search between. */
export function SearchFacets({ found, filters }: { found: Search; filters: Filters }) {
  const address = (change: Partial<Filters>) => searchAddress(found.question, { ...filters, ...change });
  const year = filters.from.slice(0, 4);
  const wholeYear = filters.from === daysOfYear(year).from && filters.to === daysOfYear(year).to ? year : "";
  return (
    <nav className="facets" id="narrow" aria-label="Narrow the search">
      <Choices name="In" facets={found.sections} chosen={filters.section} address={(section) => address({ section })} />
      <Choices name="By" facets={found.authors} chosen={filters.author} address={(author) => address({ author })} />
      <Choices name="Year" facets={found.years} chosen={wholeYear} address={(value) => address(value ? daysOfYear(value) : { from: "", to: "" })} />
      <form className="days-between" action="/search">
        <input type="hidden" name="q" value={found.question} />
        {filters.section && <input type="hidden" name="section" value={filters.section} />}
        {filters.author && <input type="hidden" name="author" value={filters.author} />}
        <label>
          From <input type="date" name="from" defaultValue={filters.from} />
        </label>
        <label>
          To <input type="date" name="to" defaultValue={filters.to} />
        </label>
        <button className="button" type="submit">
          Between these days
        </button>
        {(filters.from || filters.to) && !wholeYear && <a href={address({ from: "", to: "" })}>Any day</a>}
      </form>
    </nav>
  );
}

/** So many stand open; a year or an author more is behind a press. */
const open = 6;

function Choices({ name, facets, chosen, address }: { name: string; facets: readonly Facet[]; chosen: string; address: (value: string) => string }) {
  if (facets.length === 0 && !chosen) return null;
  const choice = ({ value, name: called, count }: Facet) => (
    <li key={value}>
      <a href={address(value === chosen ? "" : value)} aria-current={value === chosen ? "true" : undefined}>
        <bdi>{called}</bdi> <span>{value === chosen ? <>{count.toLocaleString("en-GB")} ×<span className="hidden">, take back</span></> : count.toLocaleString("en-GB")}</span>
      </a>
    </li>
  );
  const known = facets.some((facet) => facet.value === chosen) || !chosen ? facets : [{ value: chosen, name: chosen, count: 0 }, ...facets];
  const first = known.filter((facet, index) => index < open || facet.value === chosen);
  const rest = known.filter((facet) => !first.includes(facet));
  return (
    <section>
      <h2 className="label">{name}</h2>
      <ul>{first.map(choice)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>More</summary>
          <ul>{rest.map(choice)}</ul>
        </details>
      )}
    </section>
  );
}
