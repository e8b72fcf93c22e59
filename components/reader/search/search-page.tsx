"use client";

import { printedTime } from "@/components/reader/dates";
import { tongue } from "@/components/reader/tongue";
import { SearchForm } from "@/components/reader/search/search-form";
import { SearchFacets } from "@/components/reader/search/search-facets";
import { searchWords, type SearchWords } from "@/components/reader/search/search-words";
import { words } from "@/components/reader/words";
import { comma } from "@/components/reader/words/comma";
import type { Language } from "@/db/vocabulary";
import type { SectionName } from "@/lib/articles/views";
import { type Filters, noFilters, searchAddress } from "@/lib/search/filters";
import type { Search } from "@/lib/search/search";
import type { Snippet } from "@/lib/search/snippet";
import type { PaperSettings } from "@/lib/settings/paper";

type Props = { typed: string; filters: Filters; found: Search | null; later: boolean; sections: readonly SectionName[]; paper: PaperSettings };

/** The search: the box, what was found and what narrows it, or help where there is nothing. */
export function SearchPage({ typed, filters, found, later, sections, paper }: Props) {
  const { language } = paper;
  const say = searchWords[language];
  const narrowed = Object.values(filters).some(Boolean);
  return (
    <main id="main" className="page results">
      <div className="plain-head">
        <h1>{words[language].search}</h1>
        <SearchForm value={typed} filters={filters} language={language} />
      </div>
      {!found && <Beginning sections={sections} language={language} />}
      {found && <Heard typed={typed} found={found} language={language} />}
      {found && found.total > 1 && (
        <p className="to-facets">
          <a href="#narrow">{say.toFacets}</a>
        </p>
      )}
      {found && (found.total > 0 || narrowed) && (
        <div className="found">
          <div>
            {found.total === 0 && <p className="nothing">{say.nothingLeft}</p>}
            <h2 className="hidden">{words[language].stories}</h2>
            <Hits found={found} paper={paper} />
            {(found.next || later) && (
              <nav className="pages" aria-label={words[language].pages}>
                {later ? <a href={searchAddress(found.question, filters)}>{say.firstPage}</a> : <span />}
                {found.next && (
                  <a href={searchAddress(found.question, filters, found.next)} rel="next">
                    {say.moreStories}
                  </a>
                )}
              </nav>
            )}
            {!found.next && found.total > found.reachable && <p className="nothing">{found.more ? say.bestOfNewest(found.reachable, found.total) : say.best(found.reachable)}</p>}
          </div>
          <SearchFacets found={found} filters={filters} language={language} />
        </div>
      )}
      {found && found.total === 0 && !narrowed && (
        <div className="nothing">
          <p>{say.fewer}</p>
          <Ways sections={sections} language={language} />
        </div>
      )}
    </main>
  );
}

/** What was searched, in a sentence, and what may have been meant. */
function Heard({ typed, found, language }: { typed: string; found: Search; language: Language }) {
  const say = searchWords[language];
  return (
    <div className="heard" role="status">
      {found.instead ? (
        <p>
          {say.nothingFor[0]}
          <bdi>{typed}</bdi>
          {say.nothingFor[1]} {storiesIn(found, say)}
          {say.instead[0]}
          <a href={searchAddress(found.question, noFilters)}>
            <bdi>{found.question}</bdi>
          </a>
          {say.instead[1]}
        </p>
      ) : (
        <p>
          {storiesIn(found, say)}
          {say.about[0]}
          <bdi>{typed}</bdi>
          {say.about[1]}
        </p>
      )}
      {found.meant && !found.instead && (
        <p>
          {say.meant[0]}
          <a href={searchAddress(found.meant, noFilters)}>
            <bdi>{found.meant}</bdi>
          </a>
          {say.meant[1]}
        </p>
      )}
    </div>
  );
}

function storiesIn({ total, more }: Search, say: SearchWords): string {
  if (total === 0) return say.nothing;
  return more ? say.moreThan(say.stories(total)) : say.stories(total);
}

function Hits({ found, paper: { timeZone, language } }: { found: Search; paper: PaperSettings }) {
  return (
    <ol className="river">
      {found.hits.map((hit) => (
        <li key={hit.id} data-section={hit.section.accent}>
          <p className="day">{hit.section.name}</p>
          <div {...tongue(hit, language)}>
            <h3 className="headline h3">
              <a href={hit.path}>
                <Marked snippet={hit.headline} />
              </a>
            </h3>
            <p className="standfirst">
              <Marked snippet={hit.snippet} />
            </p>
            <p className="meta">{printedTime(hit.publishedAt, timeZone, hit.language)}</p>
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
function Beginning({ sections, language }: { sections: readonly SectionName[]; language: Language }) {
  return (
    <div className="nothing">
      <p>{searchWords[language].beginning}</p>
      <Ways sections={sections} language={language} />
    </div>
  );
}

/** Every section and the archive, as a list in a sentence. */
function Ways({ sections, language }: { sections: readonly SectionName[]; language: Language }) {
  const say = searchWords[language];
  return (
    <p>
      {say.ways}{" "}
      {sections.map((section) => (
        <span key={section.slug}>
          <a href={`/${section.slug}`}>{section.name}</a>
          {comma(language)}
        </span>
      ))}
      {say.or} <a href="/archive">{say.archive}</a>.
    </p>
  );
}
