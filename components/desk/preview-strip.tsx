import { spokenTime } from "@/components/desk/editor/times";
import { type Look, lookNames, looks, previewPath } from "@/lib/articles/looks";

/** Says above a preview what it is, shows the story as it stands elsewhere, and leads back. Not in what readers get, not on paper. */
export function PreviewStrip({ articleId, savedAt, timeZone, look, signOut }: { articleId: string; savedAt: Date; timeZone: string; look: Look; signOut: () => Promise<void> }) {
  return (
    <section className="preview-strip" aria-label="Preview" lang="en" dir="ltr">
      <p>
        <b>Preview</b> of the version as saved {spokenTime(savedAt.toISOString(), timeZone)} · <a href={`/desk/articles/${articleId}`}>Back to the story</a>
      </p>
      <nav aria-label="Shown as">
        <ul>
          {looks.map((one) => (
            <li key={one}>
              <a href={previewPath(articleId, one)} aria-current={one === look ? "page" : undefined}>
                {lookNames[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form action={signOut}>
        <button type="submit">Sign out</button>
      </form>
    </section>
  );
}
