import type { Metadata } from "next";
import { NotHere, Shell } from "@/app/_reader/shell";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import { EditOwn } from "@/components/reader/comments/edit-own";
import { FollowIt } from "@/components/reader/comments/follow-it";
import { LikeIt } from "@/components/reader/comments/like-it";
import { MuteIt } from "@/components/reader/comments/mute-it";
import { PickIt } from "@/components/reader/comments/pick-it";
import { ReportIt } from "@/components/reader/comments/report-it";
import { discussionWords } from "@/components/reader/comments/words/words";
import { isoWithOffset, printedTime } from "@/components/reader/dates";
import { words } from "@/components/reader/words";
import { languages } from "@/db/vocabulary";
import { commentAndYou } from "@/lib/comments/reads/comment-and-you";
import { inLanguage } from "@/lib/comments/refusals/refusal";
import { composeRequest } from "@/lib/web/compose-request";
import { origin, theCommentInPlace, thePaper } from "@/lib/web/reading";
import { currentActor } from "@/lib/web/session";
import "@/components/reader/comments/comments.css";
import "@/components/reader/comments/about-comment.css";


type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ reported?: string; waiting?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, paper] = await Promise.all([params, thePaper()]);
  const found = await theCommentInPlace(id);
  const title = found ? `${discussionWords[found.article.language].about.heading}: ${found.article.headline}` : words[paper.language].notFound;
  return { title, robots: { index: false }, referrer: "same-origin" };
}

/** What one may do with a comment: like it, answer it, report it, and change it where it is one's own. For the one who asks alone, and without JavaScript. */
export default async function CommentAndYou({ params, searchParams }: Props) {
  const [{ id }, { reported, waiting }, actor, paper] = await Promise.all([params, searchParams, currentActor(), thePaper()]);
  // The same thanks whatever became of it, and whether or not readers still see the comment.
  const { about, own, compose } = discussionWords[paper.language];
  if (reported) return <Notice heading={about.heading} says={about.report.thanks} />;
  if (waiting) return <Notice heading={own.heading} says={`${own.states.waiting.title}. ${own.states.waiting.text}`} />;
  const asked = composeRequest();
  const comment = await commentAndYou(actor, id, new Date());
  const unsaved = asked?.failure && asked.typed.act === "edit" ? { why: inLanguage(asked.failure, comment?.language ?? paper.language).message, text: asked.typed.text ?? "" } : null;
  if (!comment) return unsaved ? <Notice heading={own.heading} kept={unsaved} keptAs={compose.kept} /> : <NotHere />;
  const { language } = comment;
  const say = discussionWords[language];
  const refused = (act: string) => (asked?.failure && asked.typed.act === act ? inLanguage(asked.failure, language) : null);
  const typed = asked?.typed ?? {};
  return (
    <Shell>
      <main id="main" className="page" lang={language} dir={languages[language].direction}>
        <div className="plain-head">
          <h1>{say.about.heading}</h1>
          <p>
            {say.compose.on} <a href={comment.storyPath}>{comment.headline}</a>
          </p>
        </div>
        <section className="comments" aria-label={say.about.heading}>
          <article className="comment" aria-labelledby="comment-name">
            <header>
              <h2 id="comment-name" dir="auto">
                {comment.name}
              </h2>
              <time dateTime={isoWithOffset(comment.at, paper.timeZone)}>{printedTime(comment.at, paper.timeZone, language)}</time>
            </header>
            <div className="body" dir="auto">
              <CommentTextView body={comment.body} />
            </div>
            <div className="acts">
              <a href={`/comments/at/${comment.id}#comment-${comment.id}`}>{say.about.back}</a>
              {comment.open && (
                <>
                  <a href={`/comments/compose?article=${comment.articleId}&parent=${comment.id}`} rel="nofollow">
                    {say.about.answer}
                  </a>
                  <a href={`/comments/compose?article=${comment.articleId}&parent=${comment.id}&quote=1`} rel="nofollow">
                    {say.about.answerQuoting}
                  </a>
                </>
              )}
            </div>
          </article>
          {!comment.own && <LikeIt comment={comment} signedIn={actor.kind === "person"} say={say} refused={refused("like")} />}
          {comment.pick && <PickIt commentId={comment.id} pick={comment.pick} say={say.picking} refused={refused("pick")} />}
          {actor.kind === "person" && <FollowIt comment={comment} say={say.follow} refused={refused("follow")} />}
          {comment.mayMute && <MuteIt comment={comment} say={say} refused={refused("mute")} />}
          {unsaved && !comment.edit && <Kept {...unsaved} label={say.compose.kept} />}
          {comment.edit && <EditOwn of={{ commentId: comment.id }} edit={comment.edit} typed={typed.act === "edit" ? typed.text : undefined} language={language} refused={refused("edit")} />}
          {!comment.own && <ReportIt commentId={comment.id} place={`${origin()}/comments/at/${comment.id}`} typed={typed.act === "report" ? typed : {}} say={say} refused={refused("report")} />}
        </section>
      </main>
    </Shell>
  );
}

type Unsaved = { why: string; text: string };

/** What is said of a comment that this page does not show; what could not be kept of it stands here to be copied. */
function Notice({ heading, says, kept, keptAs = "" }: { heading: string; says?: string; kept?: Unsaved; keptAs?: string }) {
  return (
    <Shell>
      <main id="main" className="page">
        <div className="plain-head">
          <h1>{heading}</h1>
        </div>
        <section className="comments" aria-label={heading}>
          {says && (
            <div className="say good" role="status">
              {says}
            </div>
          )}
          {kept && <Kept {...kept} label={keptAs} />}
        </section>
      </main>
    </Shell>
  );
}

/** Why a changed text was not taken, and the text. */
function Kept({ why, text, label }: Unsaved & { label: string }) {
  return (
    <div className="write">
      <div className="say bad" role="alert">
        {why}
      </div>
      <label htmlFor="kept">{label}</label>
      <textarea id="kept" readOnly defaultValue={text} dir="auto" />
    </div>
  );
}
