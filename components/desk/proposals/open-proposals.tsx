import type { StoryState } from "@/lib/articles/desk-views";

/** In the story's panel: whose proposals wait for an answer, and who has a copy in work. Nothing where there are none. */
export function OpenProposals({ articleId, proposals }: { articleId: string; proposals: StoryState["proposals"] }) {
  if (proposals.length === 0) return null;
  return (
    <section className="pane open-proposals" aria-label="Proposals">
      <ul>
        {proposals.map(({ id, by, isSent, word }) => (
          <li key={id}>
            {isSent ? (
              <>
                <a href={`/desk/articles/${articleId}/proposals?p=${id}`}>
                  Proposal by <bdi>{by}</bdi>
                </a>{" "}
                <span className="faint" dir="auto">
                  {word}
                </span>
              </>
            ) : (
              <span className="quiet">
                <bdi>{by}</bdi> works on a copy
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
