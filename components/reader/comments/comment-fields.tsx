import type { DiscussionWords } from "@/components/reader/comments/words/words";

export type TypedComment = { articleId: string; parentId?: string; name?: string; email?: string; comment?: string };

type Props = { typed: TypedComment; say: DiscussionWords; errors?: Record<string, string>; as?: string | null; guest?: boolean; /** Nobody but people with an account may write. */ members?: boolean; idPrefix?: string };

/**
 * Name, e-mail and comment, with each mistake beside its field. Somebody signed in is asked for the comment alone. The story's own page,
 * the same for everybody, does not know who reads it: only where the writer is known to be a `guest` must name and e-mail be filled in.
 */
export function CommentFields({ typed, say, errors = {}, as = null, guest = false, members = false, idPrefix = "c" }: Props) {
  const [before = "", after = ""] = say.script.as.split("…");
  return (
    <>
      <input type="hidden" name="articleId" value={typed.articleId} />
      {typed.parentId && <input type="hidden" name="parentId" value={typed.parentId} />}
      {members && !as ? null : as ? (
        <p className="as">
          {before}
          <bdi>
            <b>{as}</b>
          </bdi>
          {after}
        </p>
      ) : (
        <div className="guest">
          <Line id={`${idPrefix}-name`} name="name" label={say.name} autoComplete="name" value={typed.name} required={guest} error={errors.name} maxLength={200} />
          <Line id={`${idPrefix}-email`} name="email" label={say.email} type="email" autoComplete="email" value={typed.email} required={guest} error={errors.email} hint={say.emailHint} maxLength={254} />
        </div>
      )}
      {/* Hidden from people; a robot that fills in every field gives itself away. */}
      <p className="hidden" aria-hidden="true">
        <label htmlFor={`${idPrefix}-website`}>Website</label>
        <input id={`${idPrefix}-website`} name="website" tabIndex={-1} autoComplete="off" />
      </p>
      <label htmlFor={`${idPrefix}-text`}>{say.comment}</label>
      <textarea id={`${idPrefix}-text`} name="comment" required defaultValue={typed.comment} dir="auto" aria-describedby={`${idPrefix}-hint${errors.comment ? ` ${idPrefix}-text-error` : ""}`} aria-invalid={errors.comment ? true : undefined} />
      {errors.comment && (
        <p className="problem" id={`${idPrefix}-text-error`}>
          {errors.comment}
        </p>
      )}
      <div className="under">
        <span className="hint" id={`${idPrefix}-hint`}>
          {say.hint}
        </span>
        <button className="button first" type="submit">
          {say.post}
        </button>
      </div>
    </>
  );
}

type LineProps = { id: string; name: string; label: string; value: string | undefined; type?: string; autoComplete: string; required: boolean; hint?: string; error: string | undefined; maxLength: number };

function Line({ id, name, label, value, type = "text", autoComplete, required, hint, error, maxLength }: LineProps) {
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type={type} required={required} autoComplete={autoComplete} maxLength={maxLength} defaultValue={value} aria-describedby={described || undefined} aria-invalid={error ? true : undefined} />
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <p className="problem" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
