import { printedTime } from "@/components/reader/dates";
import type { Language } from "@/db/vocabulary";
import type { Failure } from "@/lib/kernel/failure";
import type { Question } from "@/lib/newsroom/reads/questions";
import { askedWords, filledIn } from "@/lib/newsroom/words";

type Props = { question: Question; /** By what it was opened: it answers as whoever holds that. */ asked: string; name: string; language: Language; timeZone: string; typed: Record<string, string>; refused: Failure | null };

/** One question of the newsroom, with what was answered, and the form to agree, refuse, or take it back. Nothing of it needs JavaScript. */
export function AskedIt({ question, asked, name, language, timeZone, typed, refused }: Props) {
  const say = askedWords[language];
  const { consentId, kind, state, words, declaration, signedAs, at, expiresAt, mayAgree, mayTakeBack } = question;
  const day = printedTime(new Date(expiresAt), timeZone, language);
  const fill = (sentence: string) => filledIn(sentence, { at: at ? printedTime(new Date(at), timeZone, language) : "", day, name: signedAs });
  const field = kind === "letter" ? "signature" : "contact";
  const problem = refused?.fields?.[kind === "letter" ? "signedAs" : "contact"];
  return (
    <section className="about" aria-label={say.says[kind]}>
      <State question={question} fill={fill} language={language} />
      {refused && (
        <div className="say bad" role="alert">
          <b>{say.notTaken}</b> {refused.message}
        </div>
      )}
      {mayAgree && <p>{say.says[kind]}</p>}
      {words && state !== "over" && (
        <>
          <h2 className="asked-head">{say.words}</h2>
          <blockquote className="asked-words" dir="auto">
            {words.split(/\n+/).map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other name and never move.
              <p key={place}>{line}</p>
            ))}
          </blockquote>
        </>
      )}
      {mayAgree && (
        <form className="write" action="/comments/asked" method="post">
          <input type="hidden" name="asked" value={asked} />
          <input type="hidden" name="question" value={consentId} />
          <label htmlFor={`q-${consentId}`}>{kind === "letter" ? say.signedAs : say.contact}</label>
          <input id={`q-${consentId}`} name={field} required maxLength={kind === "letter" ? 80 : 200} dir="auto" autoComplete={kind === "letter" ? "name" : "email"} defaultValue={typed[field] ?? (kind === "letter" ? name : "")} aria-describedby={problem ? `q-hint-${consentId} q-error-${consentId}` : `q-hint-${consentId}`} aria-invalid={problem ? true : undefined} />
          {problem && (
            <p className="problem" id={`q-error-${consentId}`}>
              {problem}
            </p>
          )}
          <p className="hint" id={`q-hint-${consentId}`}>
            {kind === "letter" ? say.signedAsHint : say.contactHint}
          </p>
          <p className="asked-declaration" dir="auto">
            {declaration}
          </p>
          <div className="asked-answers">
            <button className="button" name="answer" value="agree" type="submit">
              {say.agree}
            </button>
            {state === "asked" && (
              <button className="link" name="answer" value="refuse" type="submit" formNoValidate>
                {say.refuse}
              </button>
            )}
          </div>
          <p className="hint">{fill(state === "asked" ? say.until : say.betterOfIt)}</p>
        </form>
      )}
      {mayTakeBack && (
        <>
          <p className="asked-declaration" dir="auto">
            {declaration}
          </p>
          <details className="withdraw">
            <summary>{say.takeBackAsk}</summary>
            <form action="/comments/asked" method="post">
              <input type="hidden" name="asked" value={asked} />
              <input type="hidden" name="question" value={consentId} />
              <button className="button" name="answer" value="withdraw" type="submit">
                {say.takeBack}
              </button>
            </form>
          </details>
        </>
      )}
    </section>
  );
}

/** How it stands, in a sentence. */
function State({ question: { kind, state, printed }, fill, language }: { question: Question; fill: (sentence: string) => string; language: Language }) {
  const say = askedWords[language];
  if (state === "asked") return null;
  const good = state === "agreed" || state === "used";
  return (
    <div className={good ? "say good" : "say warn"} role="status" data-state={state}>
      {state === "agreed" && `${fill(say.agreed[kind])} ${say.stays}`}
      {state === "used" && `${fill(say.agreed[kind])} ${say.used[kind]} ${say.stays}`}
      {state === "refused" && fill(say.refused)}
      {state === "withdrawn" && `${fill(say.takenBack)}${printed ? ` ${say.printed}` : ""}`}
      {state === "over" && say.over}
    </div>
  );
}

/** That the newsroom asks something about this comment, as the way to it; nothing where it does not. */
export function AskedAbout({ questions, address, language, className }: { questions: readonly Question[]; address: (question: Question) => string; language: Language; className: string }) {
  const say = askedWords[language];
  return questions.map((question) => (
    <p key={question.consentId} className={className} data-asked={question.state}>
      <b>{say.heading}.</b> {question.state !== "over" && say.says[question.kind]}{" "}
      {question.state === "over" ? say.over : <a href={address(question)}>{question.state === "asked" ? say.answerIt : say.seeIt}</a>}
    </p>
  ));
}
