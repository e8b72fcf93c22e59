import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { newStory } from "@/app/(desk)/desk/actions";
import { Frame } from "@/app/_desk/desk-frame";
import { StoryRows } from "@/components/desk/stories/story-rows";
import { NotesForYou } from "@/components/desk/stories/waiting-notes";
import { articleStatuses, type ArticleStatus, statusNames } from "@/lib/articles/article";
import { type DeskFilters, deskList, editorSurroundings } from "@/lib/articles/reads/desk";
import { waitingForNewsroom } from "@/lib/newsroom/reads/newsroom-list";
import { waitingNotes } from "@/lib/notes/reads/waiting-notes";
import { seriesManage } from "@/lib/series/abilities";
import { tagDescribe } from "@/lib/tags/abilities";
import { may } from "@/lib/policy/ability";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Stories" };

type Search = { status?: string; section?: string; q?: string; mine?: string; before?: string };

export default async function Desk({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await staff("/desk");
  if (!may(actor, "article.create")) redirect("/desk/comments");
  const search = await searchParams;
  const status = articleStatuses.find((one) => one === search.status);
  const filters: DeskFilters = { ...(status ? { status } : {}), ...(search.section ? { section: search.section } : {}), ...(search.q ? { q: search.q.slice(0, 200) } : {}), ...(search.mine ? { mine: true } : {}), ...(search.before ? { before: search.before } : {}) };
  const [list, { sections, timeZone }, waiting, fromReaders] = await Promise.all([deskList(actor, filters), editorSurroundings(actor), waitingNotes(actor), waitingForNewsroom(actor)]);
  const address = (changes: Partial<Search>) => {
    const { before: _, ...kept } = { ...search, ...changes };
    const query = new URLSearchParams(Object.entries({ ...kept, ...(changes.before ? { before: changes.before } : {}) }).filter((entry): entry is [string, string] => Boolean(entry[1])));
    return query.size > 0 ? `/desk?${query}` : "/desk";
  };
  const tabs: [ArticleStatus | "all", string][] = [["all", "All"], ...articleStatuses.map((one): [ArticleStatus, string] => [one, statusNames[one]])];
  return (
    <Frame actor={actor} current="stories">
      <header className="head">
        <h1>Stories</h1>
        <a className="btn" href="/desk/proposals">
          Proposals
        </a>
        {fromReaders > 0 && (
          <a className="btn" href="/desk/comments/newsroom">
            From readers <span className="n">{fromReaders}</span>
          </a>
        )}
        {seriesManage.check(actor, null) && (
          <a className="btn" href="/desk/series">
            Series
          </a>
        )}
        {tagDescribe.check(actor, null) && (
          <a className="btn" href="/desk/tags">
            Tags
          </a>
        )}
        <form action={newStory}>
          <button className="btn first" type="submit">
            New story
          </button>
        </form>
      </header>
      <NotesForYou stories={waiting} timeZone={timeZone} />
      <nav className="tabs" aria-label="Status">
        {tabs.map(([name, label]) => (
          <a key={name} href={address({ status: name === "all" ? "" : name })} aria-current={(status ?? "all") === name ? "page" : undefined}>
            {label} <span className="n">{list.counts[name]}</span>
          </a>
        ))}
      </nav>
      <search>
        <form className="filters" action="/desk">
          {status && <input type="hidden" name="status" value={status} />}
          <label className="hidden" htmlFor="q">
            Headline or slug
          </label>
          <input className="input" id="q" name="q" type="search" placeholder="Headline or slug" defaultValue={search.q ?? ""} />
          <label className="hidden" htmlFor="in-section">
            Section
          </label>
          <select className="input" id="in-section" name="section" defaultValue={search.section ?? ""}>
            <option value="">All sections</option>
            {sections.map((section) => (
              <option key={section.id} value={section.slug}>
                {section.name}
              </option>
            ))}
          </select>
          <label>
            <input type="checkbox" name="mine" value="1" defaultChecked={Boolean(search.mine)} /> Mine
          </label>
          <button className="btn" type="submit">
            Show
          </button>
        </form>
      </search>
      <div className="rows">
        {list.rows.length === 0 ? (
          <div className="empty">
            <h2>{list.counts.all === 0 && !search.q && !search.section && !search.mine ? "Nothing here yet" : "No story fits"}</h2>
            <p>{list.counts.all === 0 && !search.q ? "Begin the first one; it is saved as you type." : "Take a filter off, or look for fewer words."}</p>
            {(search.q || search.section || search.mine || status) && (
              <a className="btn" href="/desk">
                All stories
              </a>
            )}
          </div>
        ) : (
          <StoryRows rows={list.rows} timeZone={timeZone} now={new Date().toISOString()} />
        )}
        {list.older && (
          <p>
            <a className="btn" rel="next" href={address({ before: list.older })}>
              Older
            </a>
          </p>
        )}
      </div>
    </Frame>
  );
}
