import type { Metadata } from "next";
import { Use } from "@/app/(desk)/desk/comments/newsroom/use";
import { Places } from "@/app/(desk)/desk/comments/places";
import { DeniedHere } from "@/app/_desk/denied";
import { Frame } from "@/app/_desk/desk-frame";
import { type UseKind, useKinds } from "@/db/vocabulary";
import { newsroomList, storiesForLetters } from "@/lib/newsroom/reads/newsroom-list";
import { may } from "@/lib/policy/ability";
import { thePaper } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";
import "@/components/desk/moderation/newsroom.css";

export const metadata: Metadata = { title: "For the newsroom" };

type Search = { kind?: string | string[]; all?: string | string[]; use?: string | string[]; after?: string | string[] };

const plural: Record<UseKind, string> = { letter: "Letters", lead: "Leads", correction: "Correction reports" };
const nothingOf: Record<UseKind | "any", string> = {
  any: "A comment that is marked as a possible letter, a lead or a report of an error stands here with how far it is.",
  letter: "A comment that is marked as a possible letter stands here, from the question to its author to the story that it is printed in.",
  lead: "A comment that is marked as a lead stands here, from the question to its author on.",
  correction: "A comment that is marked as a report of an error stands here until somebody has looked into it.",
};

/** What the newsroom makes of comments: letters, leads and reports of errors, each with how far it is. */
export default async function ForTheNewsroom({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await staff("/desk/comments/newsroom");
  const search = await searchParams;
  const text = (name: keyof Search) => (typeof search[name] === "string" ? search[name] : undefined);
  const kind = useKinds.find((one) => one === text("kind"));
  const all = text("all") === "1";
  const use = text("use");
  const [list, paper] = await Promise.all([newsroomList(actor, { kind, all, use, after: text("after") }), thePaper()]);
  const stories = list?.rows.some(({ can }) => can.print) ? await storiesForLetters(actor) : [];
  const address = (changes: { kind?: UseKind | undefined; all?: boolean; after?: string }) => {
    const query = new URLSearchParams([...(changes.kind ? [["kind", changes.kind]] : []), ...(changes.all ? [["all", "1"]] : []), ...(changes.after ? [["after", changes.after]] : [])]);
    return query.size > 0 ? `/desk/comments/newsroom?${query}` : "/desk/comments/newsroom";
  };
  const moderates = may(actor, "comment.moderate");
  return (
    <Frame actor={actor} current={moderates ? "comments" : "stories"}>
      <header className="head">
        <h1>For the newsroom</h1>
        {moderates && (
          <a className="quiet" href="/desk/comments">
            All comments
          </a>
        )}
        <Places actor={actor} current="newsroom" />
      </header>
      {!list ? (
        <DeniedHere />
      ) : (
        <>
          <nav className="tabs" aria-label="What it is">
            <a href={address({ all })} aria-current={!kind && !use ? "page" : undefined}>
              All <span className="n">{list.kinds.reduce((sum, one) => sum + list.open[one], 0)}</span>
            </a>
            {list.kinds.map((one) => (
              <a key={one} href={address({ kind: one, all })} aria-current={one === kind && !use ? "page" : undefined}>
                {plural[one]} <span className="n">{list.open[one]}</span>
              </a>
            ))}
          </nav>
          <div className="uses">
            <p className="quiet">
              {use ? (
                <a href={address({})}>All that is open</a>
              ) : all ? (
                <a href={address({ kind })}>Only what is open</a>
              ) : (
                <a href={address({ kind, all: true })}>Show what is settled, too</a>
              )}
            </p>
            {list.rows.length === 0 && (
              <div className="empty">
                <h2>{use ? "It is not here any more" : "Nothing waits here"}</h2>
                <p>{use ? "The mark was taken back, or the comment is gone." : nothingOf[kind ?? "any"]}</p>
              </div>
            )}
            {list.rows.map((row) => (
              <Use key={row.id} row={row} stories={stories} timeZone={paper.timeZone} />
            ))}
            {(list.next || text("after")) && (
              <nav className="pages" aria-label="Pages">
                {text("after") && (
                  <a className="btn" href={address({ kind, all })}>
                    The newest
                  </a>
                )}
                {list.next && (
                  <a className="btn" rel="next" href={address({ kind, all, after: list.next })}>
                    Older ones
                  </a>
                )}
              </nav>
            )}
          </div>
        </>
      )}
    </Frame>
  );
}

