import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { DescribeTagForm } from "@/app/(desk)/desk/tags/form";
import { DeniedHere } from "@/app/_desk/denied";
import { longestIntro } from "@/lib/tags/inputs";
import { tagList } from "@/lib/tags/reads/tag-list";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Tags" };

export default async function Tags({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const actor = await staff("/desk/tags");
  const q = ((await searchParams).q ?? "").slice(0, 100);
  const found = await tagList(actor, q);
  return (
    <Frame actor={actor} current="stories">
      <header className="head">
        <h1>Tags</h1>
        <a className="btn" href="/desk">
          All stories
        </a>
      </header>
      {!found ? (
        <DeniedHere />
      ) : (
        <>
          <search>
            <form className="filters" action="/desk/tags">
              <label className="hidden" htmlFor="q">
                Name of a tag
              </label>
              <input className="input" id="q" name="q" type="search" placeholder="Name of a tag" defaultValue={q} />
              <button className="btn" type="submit">
                Show
              </button>
            </form>
          </search>
          <div className="sheet-body">
            {found.tags.length === 0 ? (
              <div className="empty">
                <h2>{q ? "No tag is called so" : "No tag yet"}</h2>
                <p>{q ? "Look for fewer letters." : "Tags come with the first story that is published with one."}</p>
              </div>
            ) : (
              <ul className="sections-list" aria-label="Tags, the most used first">
                {found.tags.map((tag) => (
                  <li key={tag.id}>
                    <h2 dir="auto">{tag.name}</h2>
                    <p className="quiet">
                      {tag.stories > 0 ? <a href={`/tags/${encodeURIComponent(tag.slug)}`}>/tags/{tag.slug}</a> : `/tags/${tag.slug}`} · {tag.stories === 1 ? "1 story" : `${tag.stories} stories`}
                    </p>
                    {tag.intro && <p dir="auto">{tag.intro}</p>}
                    <DescribeTagForm tag={tag} longest={longestIntro} />
                  </li>
                ))}
              </ul>
            )}
            {found.more && <p className="quiet">There are more. Look for a name to see them.</p>}
          </div>
        </>
      )}
    </Frame>
  );
}
