import type { Metadata } from "next";
import { NotHere, RefusedFormHere, Shell } from "@/app/_reader/shell";
import { CommentFields } from "@/components/reader/comments/comment-fields";
import { discussionWords } from "@/components/reader/comments/words/words";
import { languages } from "@/db/vocabulary";
import { issueFormToken, judgeFormToken } from "@/lib/comments/form-token";
import { quoted } from "@/lib/comments/quote";
import { composeTarget } from "@/lib/comments/reads/discussion";
import { inLanguage, isTooLong, sentenceOf } from "@/lib/comments/refusals/refusal";
import type { Failure } from "@/lib/kernel/failure";
import { composeRequest } from "@/lib/web/compose-request";
import { answerWith } from "@/lib/web/reader-request";
import { thePaper } from "@/lib/web/reading";
import "@/components/reader/comments/comments.css";

export const metadata: Metadata = { title: "Leave a Comment", robots: { index: false } };

/**
 * The second step without JavaScript: what was typed, a fresh token, the same button, in the language of the story. Changes nothing; the
 * server hands over the form (server/compose.ts) and, after a refusal, the reason.
 */
export default async function Compose() {
  const { typed, failure, as } = composeRequest() ?? { typed: {} as Record<string, string>, failure: null, as: null };
  const articleId = typed.articleId ?? "";
  const parentId = typed.parentId || null;
  const target = await composeTarget(articleId, parentId);
  if (!target && failure && isTooLong(failure)) return <RefusedFormHere why="tooLong" limit={inLanguage(failure, (await thePaper()).language).message} />;
  if (!target) return typed.comment ? <StoryGone comment={typed.comment} /> : <NotHere />;
  const { language } = target;
  const say = discussionWords[language];
  const refused = failure && inLanguage(failure, language);
  return (
    <Shell>
      <main id="main" className="page" lang={language} dir={languages[language].direction}>
        <div className="plain-head">
          <h1>{target.parentName ? say.replyTo(target.parentName) : say.heading}</h1>
          <p>
            {say.compose.on} <a href={`${target.path}#comments`}>{target.headline}</a>
          </p>
        </div>
        <section className="comments" aria-label={say.heading}>
          {refused ? (
            <div className="say bad" role="alert">
              <b>{say.compose.notYet}</b> {refused.message}
            </div>
          ) : (
            typed.comment && <p className="rules">{as ? say.compose.readAgain : say.compose.readAgainGuest}</p>
          )}
          <form className="write" action={`/comments?article=${articleId}${parentId ? `&parent=${parentId}` : ""}`} method="post">
            <input type="hidden" name="token" value={tokenFor(articleId, typed.token ?? "", failure)} />
            {(failure?.reason === "nudge" || typed.nudged) && <input type="hidden" name="nudged" value="yes" />}
            <CommentFields typed={{ articleId, ...(parentId ? { parentId } : {}), name: typed.name ?? "", email: typed.email ?? "", comment: typed.comment ?? (typed.quote && target.parentBody ? quoted(target.parentBody) : "") }} say={say} errors={refused?.fields ?? {}} as={as} guest={!as} />
          </form>
        </section>
      </main>
    </Shell>
  );
}

/** The form's own token while it can still be used, so that a mistake costs no second wait; else another one. */
function tokenFor(articleId: string, token: string, failure: Failure | null): string {
  const spent = failure === null || failure.reason === "form_used";
  const now = new Date();
  return !spent && ["good", "early"].includes(judgeFormToken(token, articleId, now)) ? token : issueFormToken(articleId, now);
}

/** What was written under a story that went away meanwhile: not posted, and not lost. Nothing says its language any more: the paper's it is. */
async function StoryGone({ comment }: { comment: string }) {
  answerWith(404);
  const { language } = await thePaper();
  const { compose } = discussionWords[language];
  return (
    <Shell>
      <main id="main" className="page">
        <div className="plain-head">
          <h1>{compose.storyGone}</h1>
        </div>
        <section className="comments" aria-label={compose.kept}>
          <div className="say bad" role="alert">
            <b>{compose.notPosted}</b> {sentenceOf({ reason: "story_gone" }, language)}
          </div>
          <div className="write">
            <label htmlFor="kept">{compose.kept}</label>
            <textarea id="kept" readOnly defaultValue={comment} dir="auto" />
          </div>
        </section>
      </main>
    </Shell>
  );
}
