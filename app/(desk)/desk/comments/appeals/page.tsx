import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { AnswerForm } from "@/app/(desk)/desk/comments/appeals/form";
import { DeniedHere } from "@/app/_desk/denied";
import { deskTime } from "@/components/desk/editor/times";
import { waited } from "@/components/desk/moderation/waited";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import { machineNow } from "@/lib/kernel/clock";
import { type AppealCard, waitingAppeals } from "@/lib/moderation/reads/appeals";
import { thePaper } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Appeals" };

export default async function Appeals() {
  const actor = await staff("/desk/comments/appeals");
  const [appeals, paper] = await Promise.all([waitingAppeals(actor), thePaper()]);
  return (
    <Frame actor={actor} current="comments">
      <header className="head">
        <h1>Appeals</h1>
        {appeals?.[0] && (
          <span className="quiet">
            The oldest has waited <time dateTime={appeals[0].at}>{waited(machineNow().getTime() - new Date(appeals[0].at).getTime())}</time>
          </span>
        )}
        <a className="quiet" href="/desk/comments">
          All comments
        </a>
      </header>
      {!appeals ? (
        <DeniedHere />
      ) : (
        <div className="queue">
          {appeals.length === 0 && (
            <div className="empty">
              <h2>Nobody asks for another look</h2>
              <p>When somebody objects to a rejection it appears here, oldest first.</p>
            </div>
          )}
          {appeals.map((appeal) => (
            <Card key={appeal.id} appeal={appeal} timeZone={paper.timeZone} />
          ))}
        </div>
      )}
    </Frame>
  );
}

function Card({ appeal: { id, name, at, text, body, story, decision, own, wrote }, timeZone }: { appeal: AppealCard; timeZone: string }) {
  return (
    <article className="card" aria-labelledby={`by-${id}`}>
      <div className="card-body">
        <header>
          <h2 id={`by-${id}`} dir="auto">
            {name}
          </h2>
          <time className="quiet" dateTime={at}>
            {deskTime(at, timeZone)}
          </time>
        </header>
        <p className="in">On {story.path ? <a href={story.path}>{story.headline}</a> : <b>{story.headline} (not live)</b>}</p>
        <div className="said" dir="auto">
          <CommentTextView body={body} />
        </div>
        <p className="quiet">
          Rejected by <bdi>{decision.by ?? "the paper itself"}</bdi>, {deskTime(decision.at, timeZone)}
          {decision.reason && `: ${decision.reason.replaceAll("_", " ")}`}
          {decision.message && (
            <>
              {". "}
              <bdi>{decision.message}</bdi>
            </>
          )}
        </p>
        <div className="parent">
          <b>Why it should be decided otherwise:</b>
          <p dir="auto">{text}</p>
        </div>
        {own ? <p className="notice calm">{wrote ? "You wrote this comment" : "You took this decision"}: somebody else answers.</p> : <AnswerForm id={id} name={name} />}
      </div>
    </article>
  );
}
