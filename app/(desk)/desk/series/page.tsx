import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { AddSeriesForm, ChangeSeriesForm, PartForm, RemoveSeriesForm } from "@/app/(desk)/desk/series/forms";
import { DeniedHere } from "@/app/_desk/denied";
import { seriesList } from "@/lib/series/reads/series-list";
import { seriesPath } from "@/lib/series/views";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Series" };

export default async function Series() {
  const actor = await staff("/desk/series");
  const all = await seriesList(actor);
  return (
    <Frame actor={actor} current="stories">
      <header className="head">
        <h1>Series</h1>
        <a className="btn" href="/desk">
          All stories
        </a>
      </header>
      {!all ? (
        <DeniedHere />
      ) : (
        <div className="sheet-body">
          {all.length === 0 ? (
            <div className="empty">
              <h2>No series yet</h2>
              <p>Stories that are read one after another share a title. Begin the first series below, then put stories into it in their panel “Story”.</p>
            </div>
          ) : (
            <ul className="sections-list" aria-label="Series, the newest first">
              {all.map((one) => (
                <li key={one.id}>
                  <h2 dir="auto">{one.title}</h2>
                  <p className="quiet">
                    {one.parts.some((part) => part.live) ? <a href={seriesPath(one.slug)}>/series/{one.slug}</a> : `/series/${one.slug}, seen by nobody until a part is public`}
                  </p>
                  {one.intro && <p dir="auto">{one.intro}</p>}
                  {one.parts.length > 0 ? (
                    <ol className="series-parts" aria-label={`Parts of ${one.title}`}>
                      {one.parts.map((part, index) => (
                        <li key={part.articleId}>
                          <a href={`/desk/articles/${part.articleId}`} dir="auto">
                            {part.headline || "Without a headline"}
                          </a>{" "}
                          <span className="quiet">{part.live ? "Live" : "Not public"}</span>
                          <PartForm part={part} first={index === 0} last={index === one.parts.length - 1} />
                        </li>
                      ))}
                    </ol>
                  ) : (
                    <p className="quiet">No story stands in it. The panel “Story” of each story puts it into a series.</p>
                  )}
                  <ChangeSeriesForm one={one} />
                  {one.parts.length === 0 && <RemoveSeriesForm one={one} />}
                </li>
              ))}
            </ul>
          )}
          <h2>New series</h2>
          <AddSeriesForm />
        </div>
      )}
    </Frame>
  );
}
