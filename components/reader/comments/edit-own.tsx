import { discussionWords } from "@/components/reader/comments/words/words";
import type { Language } from "@/db/vocabulary";
import type { EditableText } from "@/lib/comments/reads/own-comment";
import { lengthOfTime } from "@/lib/comments/refusals/refusal";
import type { Failure } from "@/lib/kernel/failure";

type Props = { of: { key: string } | { commentId: string }; edit: EditableText; typed?: string | undefined; language: Language; refused: Failure | null };

/** Changes one's own comment in its first minutes. Carries the text that it began from, so that nothing else is overwritten. */
export function EditOwn({ of, edit, typed, language, refused }: Props) {
  const say = discussionWords[language];
  const words = say.about.edit;
  const problem = refused?.fields?.comment;
  return (
    <section className="about" id="edit" aria-labelledby="edit-heading">
      <h2 id="edit-heading">{words.heading}</h2>
      {refused && (
        <div className="say bad" role="alert">
          <b>{words.refused}</b> {refused.message}
        </div>
      )}
      <form className="write" action="/comments/edit" method="post">
        {"key" in of ? <input type="hidden" name="key" value={of.key} /> : <input type="hidden" name="comment" value={of.commentId} />}
        <input type="hidden" name="revision" value={edit.revisionId} />
        <label htmlFor="e-text">{say.comment}</label>
        <textarea id="e-text" name="text" required dir="auto" defaultValue={typed ?? edit.source} aria-describedby={problem ? "e-hint e-error" : "e-hint"} aria-invalid={problem ? true : undefined} />
        {problem && (
          <p className="problem" id="e-error">
            {problem}
          </p>
        )}
        <div className="under">
          <span className="hint" id="e-hint">
            {words.hint(lengthOfTime(edit.minutes * 60, language))}
          </span>
          <button className="button" type="submit">
            {words.save}
          </button>
        </div>
      </form>
    </section>
  );
}
