"use client";

import { Flag } from "@/components/reader/flag";
import { words } from "@/components/reader/words";
import { type Language, languages } from "@/db/vocabulary";
import type { FrontSection } from "@/lib/articles/views";
import { pagePath } from "@/lib/pages/purposes";
import type { FootPage } from "@/lib/pages/views";
import { parentOf, partsOf, topSections } from "@/lib/sections/family";
import { drawingAddresses } from "@/lib/settings/branding";
import type { PaperSettings } from "@/lib/settings/paper";

type Props = { paper: PaperSettings; sections: readonly FrontSection[]; current?: string; language?: Language };

/** The quiet top of every page but the front. A preview shows nobody the way in: who sees it is in. */
export function Topline({ paper, sections, current, language = paper.language, inside = false }: Props & { inside?: boolean }) {
  return (
    <header className="page">
      <div className="topline">
        <a className="title" href="/" {...ownTongue(paper, language)}>
          <PaperName paper={paper} />
        </a>
        <div className="ear">
          <Ears language={language} inside={inside} />
        </div>
      </div>
      <SectionList paper={paper} sections={sections} {...(current ? { current } : {})} language={language} />
    </header>
  );
}

/** The front's own top: the paper's name as large as it gets. */
export function Masthead({ paper, sections, today }: Props & { today: string }) {
  return (
    <header className="page">
      <div className="ear">
        <span>{today}</span>
        <Ears language={paper.language} />
      </div>
      <div className="masthead">
        <h1 className="title">
          <a href="/">
            <PaperName paper={paper} />
          </a>
        </h1>
        {paper.tagline && <p className="line">{paper.tagline}</p>}
      </div>
      <SectionList paper={paper} sections={sections} language={paper.language} />
    </header>
  );
}

/** The paper's name, set or drawn. */
export function PaperName({ paper: { name, branding } }: { paper: PaperSettings }) {
  if (!branding?.drawingLight) return name;
  const { drawingLight: day, drawingDark: night } = branding;
  return (
    <>
      <img className={night ? "day" : undefined} src={drawingAddresses.light} width={day.width} height={day.height} alt={name} />
      {night && <img className="night" src={drawingAddresses.dark} width={night.width} height={night.height} alt={name} loading="lazy" />}
    </>
  );
}

/** The paper's name is in its own language, also above a story of another. */
function ownTongue(paper: PaperSettings, around: Language): { lang?: string } {
  return paper.language === around ? {} : { lang: paper.language };
}

function Ears({ language, inside = false }: { language: Language; inside?: boolean }) {
  const say = words[language];
  return (
    <ul>
      <li className="later">
        <theme-switch hidden>
          <button type="button">{say.theme}</button>
        </theme-switch>
      </li>
      <li>
        <a href="/search">{say.search}</a>
      </li>
      {!inside && (
        <li>
          <viewer-link>
            <a href="/sign-in">{say.signIn}</a>
          </viewer-link>
        </li>
      )}
    </ul>
  );
}

function SectionList({ paper, sections, current, language }: { paper: PaperSettings; sections: readonly FrontSection[]; current?: string; language: Language }) {
  const own = paper.branding?.menu ?? [];
  if (sections.length === 0 && own.length === 0) return null;
  const here = sections.find((section) => section.slug === current);
  const top = here && (parentOf(sections, here) ?? here);
  const parts = top ? partsOf(sections, top) : [];
  const mark = (section: FrontSection) => (section === here ? "page" : section === top ? "true" : undefined);
  return (
    <nav className="halyard" aria-label={words[language].sections}>
      <ul>
        {topSections(sections).map((section) => (
          <li key={section.slug} data-section={section.accent}>
            <a href={`/${section.slug}`} aria-current={mark(section)} {...ownTongue(paper, language)}>
              <Flag accent={section.accent} />
              {section.name}
            </a>
          </li>
        ))}
        {own.map(({ label, address }) => (
          <li key={address}>
            <a href={address} {...ownTongue(paper, language)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      {parts.length > 0 && (
        <ul className="parts" data-section={top?.accent}>
          {parts.map((section) => (
            <li key={section.slug}>
              <a href={`/${section.slug}`} aria-current={mark(section)} {...ownTongue(paper, language)}>
                {section.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

/** The foot of every page: where things are and who makes them. */
export function Foot({ paper, sections, pages, year }: { paper: PaperSettings; sections: readonly FrontSection[]; pages: readonly FootPage[]; year: string }) {
  const say = words[paper.language];
  const social = paper.branding?.social ?? [];
  const top = topSections(sections);
  const half = Math.ceil(top.length / 2);
  const columns = [top.slice(0, half), top.slice(half)].filter((column) => column.length > 0);
  return (
    <div className="page" lang={paper.language} dir={languages[paper.language].direction}>
      <footer className="foot">
        <p className="title">{paper.name}</p>
        {paper.description && <p className="about">{paper.description}</p>}
        <nav aria-label={say.foot.paper}>
          {columns.map((column, index) => (
            <div key={column[0]?.slug}>
              <h2>{index === 0 ? say.sections : say.foot.more}</h2>
              <ul>
                {column.map((section) => (
                  <li key={section.slug}>
                    <a href={`/${section.slug}`}>{section.name}</a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
          <div>
            <h2>{say.foot.newsroom}</h2>
            <ul>
              {pages.map((page) => (
                <li key={page.slug}>
                  <a href={pagePath(page.slug)}>{page.title}</a>
                </li>
              ))}
              <li>
                <a href="/corrections">{say.correctionsPage.title}</a>
              </li>
              <li>
                <a href="/archive">{say.archive.title}</a>
              </li>
              {paper.branding?.foot.map(({ label, address }) => (
                <li key={address}>
                  <a href={address}>{label}</a>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h2>{say.foot.reading}</h2>
            <ul>
              <li>
                <a href="/feeds/rss.xml">RSS</a>
              </li>
              <li>
                <a href="/feeds/atom.xml">Atom</a>
              </li>
              <li>
                <a href="/feeds/feed.json">JSON Feed</a>
              </li>
              <li>
                <a href="/saved">{say.saved.title}</a>
              </li>
            </ul>
          </div>
          {social.length > 0 && (
            <div>
              <h2>{say.foot.follow}</h2>
              <ul>
                {social.map(({ label, address }) => (
                  <li key={address}>
                    <a href={address} rel="me">
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </nav>
        <p className="imprint">
          <span>
            © {year} {paper.name}
          </span>
          {paper.imprint.map((line) => (
            <span key={line}>{line}</span>
          ))}
          <span>{say.foot.made}</span>
        </p>
      </footer>
    </div>
  );
}
