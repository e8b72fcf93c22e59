import type { Metadata } from "next";
import { PlaceHold, ReleaseHold } from "@/app/(desk)/desk/comments/holds/form";
import { PlaceHead } from "@/app/(desk)/desk/comments/places";
import { DeniedHere } from "@/app/_desk/denied";
import { Frame } from "@/app/_desk/desk-frame";
import { deskTime } from "@/components/desk/editor/times";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import { type HeldComment, theLegalHolds } from "@/lib/moderation/reads/legal-holds";
import { thePaper } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";
import "@/components/desk/audit/audit.css";
import "@/components/desk/moderation/holds.css";

export const metadata: Metadata = { title: "Legal holds" };

/** Comments that a legal matter needs as they are: who put which under hold, when and why, and what was released. */
export default async function Holds({ searchParams }: { searchParams: Promise<{ comment?: string | string[] }> }) {
  const actor = await staff("/desk/comments/holds");
  const [{ comment }, paper] = await Promise.all([searchParams, thePaper()]);
  const holds = await theLegalHolds(actor, typeof comment === "string" ? comment : undefined);
  return (
    <Frame actor={actor} current="comments">
      <PlaceHead actor={actor} current="holds" title="Legal holds" />
      {!holds ? (
        <DeniedHere />
      ) : (
        <div className="holds">
          <p>A comment under hold stays as it is, with where it came from and what it said before: no job erases it, nobody purges it, and whoever wrote it stays known until it is released. Readers see nothing of that.</p>
          <section aria-labelledby="standing">
            <h2 id="standing">Under hold</h2>
            {holds.standing.length === 0 && <p className="quiet">No comment is under hold.</p>}
            {holds.standing.map(({ comment: held, matter, by, at }) => (
              <article key={held.id} className="hold" aria-label={`Comment by ${held.name}`}>
                <Held comment={held} timeZone={paper.timeZone} />
                <p>
                  <b>
                    <bdi>{matter}</bdi>
                  </b>{" "}
                  <span className="quiet">
                    <bdi>{by}</bdi>, {deskTime(at, paper.timeZone)}
                  </span>
                </p>
                <ReleaseHold commentId={held.id} name={held.name} />
              </article>
            ))}
          </section>
          <section aria-labelledby="place">
            <h2 id="place">Put a comment under hold</h2>
            {holds.asked && (
              <article className="hold" aria-label={`Comment by ${holds.asked.name}`}>
                <Held comment={holds.asked} timeZone={paper.timeZone} />
                {holds.asked.kept && <p className="quiet">It is under hold already.</p>}
              </article>
            )}
            {!holds.asked?.kept && <PlaceHold comment={holds.asked?.id ?? ""} />}
          </section>
          <section aria-labelledby="released">
            <h2 id="released">Released</h2>
            {holds.released.length === 0 ? (
              <p className="quiet">Nothing was released.</p>
            ) : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
              <section className="figures-wide" tabIndex={0} aria-labelledby="released">
                <table className="audit-table">
                  <caption className="hidden">Released comments, the last one first</caption>
                  <thead>
                    <tr>
                      <th scope="col">Comment</th>
                      <th scope="col">Matter</th>
                      <th scope="col">Put under hold</th>
                      <th scope="col">Released</th>
                      <th scope="col">Why</th>
                    </tr>
                  </thead>
                  <tbody>
                    {holds.released.map(({ id, commentId, headline, matter, placed, reason, released }) => (
                      <tr key={id}>
                        <th scope="row">
                          <a href={`/desk/comments?queue=all&at=${commentId}`}>On “{headline}”</a>
                        </th>
                        <td dir="auto">{matter}</td>
                        <td>
                          <bdi>{placed.by}</bdi>, {deskTime(placed.at, paper.timeZone)}
                        </td>
                        <td>
                          <bdi>{released.by}</bdi>, {deskTime(released.at, paper.timeZone)}
                        </td>
                        <td dir="auto">{reason}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
            )}
          </section>
        </div>
      )}
    </Frame>
  );
}

function Held({ comment: { name, status, at, body, headline }, timeZone }: { comment: HeldComment; timeZone: string }) {
  return (
    <>
      <p className="quiet">
        <b>
          <bdi>{name}</bdi>
        </b>{" "}
        on “{headline}”, {deskTime(at, timeZone)}, {status}
      </p>
      <div className="said" dir="auto">
        <CommentTextView body={body} />
      </div>
    </>
  );
}
