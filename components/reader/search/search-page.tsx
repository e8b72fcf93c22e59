"use client";

import { printedTime } from "@/components/reader/dates";
import { tongue } from "@/components/reader/front/story";
import { SearchForm } from "@/components/reader/search/search-form";
import { SearchFacets } from "@/components/reader/search/search-facets";
import type { SectionName } from "@/lib/articles/views";
import { type Filters, noFilters, searchAddress } from "@/lib/search/filters";
import type { Search } from "@/lib/search/search";
import type { Snippet } from "@/lib/search/snippet";

type Props = { typed: string; filters: Filters; found: Search | null; later: boolean; sections: readonly SectionName[]; timeZone: string };

/** The search: the box, what was found and what narrows it, or help where there is nothing. */
export function SearchPage({ typed, filters, found, later, sections, timeZone }: Props) {
  const narrowed = Object.values(filters).some(Boolean);
  return (
    <main id="main" className="page results">
      <div className="plain-head">
        <h1>Search</h1>
        <SearchForm value={typed} filters={filters} />
      </div>
      {!found && <Beginning sections={sections} />}
      {found && <Heard typed={typed} found={found} />}
      {found && found.total > 1 && (
        <p className="to-facets">
          <a href="#narrow">Section, author, date</a>
        </p>
      )}
      {found && (found.total > 0 || narrowed) && (
        <div className="found">
          <div>
            {found.total === 0 && <p className="nothing">Nothing is left. Take one of the choices back.</p>}
            <h2 className="hidden">Stories</h2>
            <Hits found={found} timeZone={timeZone} />
            {(found.next || later) && (
              <nav className="pages" aria-label="Pages">
                {later ? <a href={searchAddress(found.question, filters)}>First page</a> : <span />}
                {found.next && (
                  <a href={searchAddress(found.question, filters, found.next)} rel="next">
                    More stories
                  </a>
                )}
              </nav>
            )}
            {!found.next && found.total > found.reachable && <p className="nothing">These were the {found.reachable} best{found.more && ` of the newest ${found.total.toLocaleString("en-GB")}`}. A section, an author or days show the others.</p>}
          </div>
          <SearchFacets found={found} filters={filters} />
        </div>
      )}
      {found && found.total === 0 && !narrowed && (
        <div className="nothing">
          <p>Fewer words find more. Words in quotation marks are found only as they stand.</p>
          <Ways sections={sections} />
        </div>
      )}
    </main>
  );
}

/** What was searched, in a sentence, and what may have been meant. */
function Heard({ typed, found }: { typed: string; found: Search }) {
  return (
    <div className="heard" role="status">
      {found.instead ? (
        <p>
          Nothing found for “<bdi>{typed}</bdi>”. {storiesIn(found)} for{" "}
          <a href={searchAddress(found.question, noFilters)}>
            <bdi>{found.question}</bdi>
          </a>
          :
        </p>
      ) : (
        <p>
          {storiesIn(found)} for “<bdi>{typed}</bdi>”.
        </p>
      )}
      {found.meant && !found.instead && (
        <p>
          Did you mean{" "}
          <a href={searchAddress(found.meant, noFilters)}>
            <bdi>{found.meant}</bdi>
          </a>
          ?
        </p>
      )}
    </div>
  );
}

function storiesIn({ total, more }: Search): string {
  if (total === 0) return "Nothing found";
  return total === 1 ? "1 story" : `${more ? "More than " : ""}${total.toLocaleString("en-GB")} stories`;
}

function Hits({ found, timeZone }: { found: Search; timeZone: string }) {
  return (
    <ol className="river">
      {found.hits.map((hit) => (
        <li key={hit.id} data-section={hit.section.accent}>
          <p className="day">{hit.section.name}</p>
          <div {...tongue(hit)}>
            <h3 className="headline h3">
              <a href={hit.path}>
                <Marked snippet={hit.headline} />
              </a>
            </h3>
            <p className="standfirst">
              <Marked snippet={hit.snippet} />
            </p>
            <p className="meta">{printedTime(hit.publishedAt, timeZone)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Marked({ snippet }: { snippet: Snippet }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one rendered text never move.
  return snippet.map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text));
}

/** Before anything is typed. */
function Beginning({ sections }: { sections: readonly SectionName[] }) {
  return (
    <div className="nothing">
      <p>Every story we have published, by any word in it. Other forms of a word are found too; put words in quotation marks to find them as they stand: “night ferry”.</p>
      <Ways sections={sections} />
    </div>
  );
}

function Ways({ sections }: { sections: readonly SectionName[] }) {
  return (
    <p>
      Or look through{" "}
      {sections.map((section) => (
        <span key={section.slug}>
          <a href={`/${section.slug}`}>{section.name}</a>,{" "}
        </span>
      ))}
      or <a href="/archive">the archive, day by day</a>.
    </p>
  );
}
