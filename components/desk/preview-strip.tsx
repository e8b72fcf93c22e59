import { spokenTime } from "@/components/desk/editor/times";

/** Says above a preview what it is, and leads back. Not in what readers get, not on paper. */
export function PreviewStrip({ articleId, savedAt, timeZone }: { articleId: string; savedAt: Date; timeZone: string }) {
  return (
    <section className="preview-strip" aria-label="Preview" lang="en" dir="ltr">
      <p>
        <b>Preview</b> of the version as saved {spokenTime(savedAt.toISOString(), timeZone)} · <a href={`/desk/articles/${articleId}`}>Back to the story</a>
      </p>
    </section>
  );
}
