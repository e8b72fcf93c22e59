import { CommentFields } from "@/components/reader/comments/comment-fields";
import { Threads } from "@/components/reader/comments/thread";
import { asBeginning, type DiscussionWords, discussionWords, scriptWords } from "@/components/reader/comments/words/words";
import { dayAndMonth } from "@/components/reader/dates";
import type { Language } from "@/db/vocabulary";
import type { DiscussionState } from "@/lib/comments/discussion";
import { lengthOfTime } from "@/lib/comments/refusals/refusal";
import { discussionAddress, discussionTabs, threadSorts } from "@/lib/comments/discussion-view";
import type { DiscussionPage } from "@/lib/comments/reads/discussion";
import { commentSettings } from "@/lib/comments/settings";

type Props = { discussion: DiscussionPage; article: { id: string; path: string; language: Language }; timeZone: string };

/** The place under a story where readers talk. */
export function DiscussionView({ discussion, article, timeZone }: Props) {
  const say = discussionWords[article.language];
  const { state, pinnedNote, visible, threads, asked } = discussion;
  const lastDay = state.closesAt ? dayAndMonth(state.closesAt, timeZone, article.language) : "";
  return (
    <section className="comments after" id="comments" aria-labelledby="comments-heading" data-article={article.id} data-visible={visible}>
      <h2 id="comments-heading">{say.heading}</h2>
      <p className="state">
        {state.open ? (
          <>
            {visible > 0 && <b>{say.count(visible)} · </b>}
            {howItIsOpen(state, lastDay, article.language)
              .map((words, place) => (place === 0 && visible === 0 ? asBeginning(words, article.language) : words))
              .join(" · ")}
          </>
        ) : (
          <>
            {state.why === "off" ? say.off : lastDay ? say.closed(lastDay) : ""} {visible > 0 && <b>{say.count(visible)}</b>}
          </>
        )}
      </p>
      {pinnedNote !== "" && state.why !== "off" && (
        <div className="say" role="note" aria-label={say.fromNewsroom}>
          <b>{say.fromNewsroom}</b>
          <p dir="auto">{pinnedNote}</p>
        </div>
      )}
      {state.open && (
        <>
          <p className="rules">{say.rules}</p>
          {state.membersOnly && (
            <p className="rules">
              {say.members} <a href={`/sign-in?next=${encodeURIComponent(`${article.path}#comments`)}`}>{say.signIn}</a>
            </p>
          )}
          <comment-form data-replying={say.replyingTo("…")} data-cancel={say.cancel} data-most={commentSettings.text.most} data-words={JSON.stringify(scriptWords(say))}>
            <form className="write" action={`/comments/compose?article=${article.id}`} method="post">
              <CommentFields typed={{ articleId: article.id }} say={say} members={state.membersOnly} />
            </form>
          </comment-form>
        </>
      )}
      {visible === 0 && threads.length === 0 && state.open && <p className="state nobody">{say.nobody}</p>}
      {visible > 1 && <Choice discussion={discussion} path={article.path} say={say} />}
      {threads.length > 0 && <Threads threads={threads} article={article} timeZone={timeZone} say={say} open={state.open} />}
      {threads.length === 0 && asked.tab !== "all" && <p className="state nobody">{say.none}</p>}
      <PagesBeside discussion={discussion} path={article.path} say={say} />
    </section>
  );
}

/** Until when it is open, whose comments are read first, and how slowly it goes. */
function howItIsOpen({ closesAt, reviewed, slowModeSeconds }: DiscussionState, lastDay: string, language: Language): string[] {
  const say = discussionWords[language];
  return [closesAt ? say.openUntil(lastDay) : say.staysOpen, reviewed ? say.reviewedAll : say.reviewed, ...(slowModeSeconds > 0 ? [say.slow(lengthOfTime(slowModeSeconds, language))] : [])];
}

type Around = { discussion: DiscussionPage; path: string; say: DiscussionWords };

/** Which comments are shown, and in which order: links, each to an address of its own. */
function Choice({ discussion: { asked, tabs, state: { firstSort } }, path, say }: Around) {
  return (
    <div className="choice">
      {(tabs.picks > 0 || tabs.staff > 0) && (
        <nav aria-label={say.tabs.label}>
          {discussionTabs
            .filter((tab) => tab === "all" || tabs[tab] > 0 || tab === asked.tab)
            .map((tab) => (
              <a key={tab} href={discussionAddress(path, { tab, sort: null }, firstSort)} aria-current={tab === asked.tab ? "true" : undefined}>
                {say.tabs[tab]}
              </a>
            ))}
        </nav>
      )}
      {asked.tab === "all" && (
        <nav aria-label={say.sorts.label}>
          {threadSorts.map((sort) => (
            <a key={sort} href={discussionAddress(path, { tab: "all", sort }, firstSort)} aria-current={sort === asked.sort ? "true" : undefined}>
              {say.sorts[sort]}
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}

/** The pages beside this one. */
export function PagesBeside({ discussion: { asked, next, previous, state: { firstSort } }, path, say }: Around) {
  if (!next && !previous) return null;
  return (
    <p className="more-comments">
      {next && (
        <a className="button" rel="next" href={discussionAddress(path, { ...asked, cursor: next }, firstSort)}>
          {asked.sort === "newest" ? say.more : say.further}
        </a>
      )}{" "}
      {previous && (
        <a className="button" rel="prev" href={discussionAddress(path, { ...asked, ...(previous === "first" ? {} : { cursor: previous }) }, firstSort)}>
          {previous === "first" && asked.sort === "newest" ? say.newest : say.previous}
        </a>
      )}
    </p>
  );
}
