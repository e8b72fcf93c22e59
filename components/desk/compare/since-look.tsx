import { spokenTime } from "@/components/desk/editor/times";

/** Told over the editor when others changed the story since this person last had it before her: folds away, and needs no script. */
export function SinceLook({ articleId, since, timeZone }: { articleId: string; since: { by: string; at: string }; timeZone: string }) {
  return (
    <aside className="since-look-note" aria-label="What others changed">
      <details open>
        <summary>Changed since you looked</summary>
        <p>
          Last by <bdi>{since.by}</bdi>, {spokenTime(since.at, timeZone)}. <a href={`/desk/articles/${articleId}/history/compare?from=seen`}>See what changed</a>
        </p>
      </details>
    </aside>
  );
}
