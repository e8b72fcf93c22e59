import type { DiscussionWords } from "@/components/reader/comments/words/words";
import { reportReasons } from "@/lib/comments/reports";
import { commentSettings } from "@/lib/comments/settings";
import type { Failure } from "@/lib/kernel/failure";

type Props = { commentId: string; /** The address at which the comment stands, as it is shown. */ place: string; typed: Record<string, string>; say: DiscussionWords; refused: Failure | null };

/** Tells the moderators what is wrong with a comment. What they do of it, the answer does not say; of what breaks the law they write to whoever says so. What only a notice needs shows itself once that is chosen. */
export function ReportIt({ commentId, place, typed, say, refused }: Props) {
  const { report } = say.about;
  const errors = refused?.fields ?? {};
  return (
    <section className="about" id="report" aria-labelledby="report-heading">
      <h2 id="report-heading">{report.heading}</h2>
      {refused && (
        <div className="say bad" role="alert">
          <b>{report.refused}</b> {refused.message}
        </div>
      )}
      <p className="rules">{report.intro}</p>
      <form className="write" action="/comments/report" method="post">
        <input type="hidden" name="comment" value={commentId} />
        <fieldset aria-describedby={errors.reason ? "r-reason-error" : undefined}>
          <legend>{report.why}</legend>
          {reportReasons.map((reason) => (
            <label key={reason}>
              <input type="radio" name="reason" value={reason} defaultChecked={typed.reason === reason} required /> {reason === "other" ? report.other : say.own.reasons[reason]}
            </label>
          ))}
          <Problem id="r-reason-error" text={errors.reason} />
        </fieldset>
        <label htmlFor="r-text">{report.text}</label>
        <textarea id="r-text" name="text" maxLength={commentSettings.reports.text} defaultValue={typed.text} dir="auto" aria-describedby={errors.text ? "r-text-hint r-text-error" : "r-text-hint"} aria-invalid={errors.text ? true : undefined} />
        <p className="hint" id="r-text-hint">
          {report.textHint}
        </p>
        <Problem id="r-text-error" text={errors.text} />
        <section className="law-notice" aria-labelledby="r-law-heading" aria-describedby="r-law-intro">
          <h3 id="r-law-heading">{report.notice.heading}</h3>
          <p className="rules" id="r-law-intro">
            {report.notice.intro}
          </p>
          <p className="rules">
            {report.notice.place} <a href={`/comments/at/${commentId}#comment-${commentId}`}>{place}</a>
          </p>
          <label htmlFor="r-law">{report.law}</label>
          <input id="r-law" name="law" type="text" maxLength={commentSettings.reports.law} defaultValue={typed.law} dir="auto" aria-describedby={errors.law ? "r-law-hint r-law-error" : "r-law-hint"} aria-invalid={errors.law ? true : undefined} />
          <p className="hint" id="r-law-hint">
            {report.lawHint}
          </p>
          <Problem id="r-law-error" text={errors.law} />
          <label htmlFor="r-name">{report.notice.name}</label>
          <input id="r-name" name="name" type="text" autoComplete="name" maxLength={commentSettings.reports.notice.name} defaultValue={typed.name} dir="auto" aria-describedby={errors.name ? "r-name-error" : undefined} aria-invalid={errors.name ? true : undefined} />
          <Problem id="r-name-error" text={errors.name} />
          <label htmlFor="r-email">{report.notice.email}</label>
          <input id="r-email" name="email" type="text" inputMode="email" autoComplete="email" maxLength={254} defaultValue={typed.email} dir="ltr" aria-describedby={errors.email ? "r-email-error" : undefined} aria-invalid={errors.email ? true : undefined} />
          <Problem id="r-email-error" text={errors.email} />
          <label className="tick">
            <input type="checkbox" name="child" value="yes" defaultChecked={typed.child === "yes"} /> {report.notice.child}
          </label>
          <label className="tick">
            <input type="checkbox" name="faith" value="yes" defaultChecked={typed.faith === "yes"} aria-describedby={errors.faith ? "r-faith-error" : undefined} aria-invalid={errors.faith ? true : undefined} /> {report.notice.faith}
          </label>
          <Problem id="r-faith-error" text={errors.faith} />
        </section>
        <div className="under">
          <button className="button" type="submit">
            {report.send}
          </button>
        </div>
      </form>
    </section>
  );
}

function Problem({ id, text }: { id: string; text: string | undefined }) {
  return text ? (
    <p className="problem" id={id}>
      {text}
    </p>
  ) : null;
}
