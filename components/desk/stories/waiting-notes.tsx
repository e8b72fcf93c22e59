import { deskTime } from "@/components/desk/editor/times";
import type { WaitingNotes } from "@/lib/notes/reads/waiting-notes";

/** Above the desk's list: the stories in whose notes one is waited for. Nothing where there are none. */
export function NotesForYou({ stories, timeZone }: { stories: readonly WaitingNotes[]; timeZone: string }) {
  if (stories.length === 0) return null;
  return (
    <section className="notice notes-for-you" aria-labelledby="notes-for-you">
      <h2 id="notes-for-you">Notes for you</h2>
      <ul>
        {stories.map(({ articleId, headline, by, at, threads }) => (
          <li key={articleId}>
            <a href={`/desk/articles/${articleId}`}>
              <bdi>{headline || "A story without a headline"}</bdi>
            </a>{" "}
            <span className="faint">
              {threads === 1 ? "a note" : `${threads} notes`}, {by}, {deskTime(at, timeZone)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
