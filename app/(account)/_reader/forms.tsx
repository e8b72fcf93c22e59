"use client";

import { appealAction, chooseNewsAction, claimAction, deleteAccountAction, keepAccountAction, readNewsAction, signUpAction, unfollowAction, unmuteAction, welcomeAction } from "@/app/(account)/_reader/actions";
import type { AccountWords } from "@/components/account/words/words";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { Select } from "@/components/forms/select";
import { TextArea } from "@/components/forms/text-area";
import { type Language, languageCodes, languages, type NoticePace, noticeKinds } from "@/db/vocabulary";
import { authorsKinds, type NoticeChoices } from "@/lib/notices/choices";

type Said<Words extends keyof AccountWords> = { say: Pick<AccountWords, Words> };

/** Asks for an account; nothing of it needs JavaScript. */
export function SignUpForm({ say, language, next, signIn }: Said<"signUp" | "signUpIntro" | "name" | "nameHint" | "email" | "emailHint" | "send" | "haveOne"> & { language: Language; next: string; signIn: string }) {
  return (
    <ActionForm action={signUpAction}>
      {({ typed, failure, done }) => (
        <>
          <h1>{say.signUp}</h1>
          <p className="quiet">{say.signUpIntro}</p>
          <input type="hidden" name="next" value={next} />
          <input type="hidden" name="language" value={language} />
          <Field id="name" name="name" label={say.name} help={say.nameHint} autoComplete="nickname" required dir="auto" minLength={3} maxLength={60} defaultValue={typed.name ?? ""} error={failure?.fields?.name} />
          <Field id="email" name="email" label={say.email} help={say.emailHint} type="email" dir="ltr" autoComplete="email" required defaultValue={typed.email ?? ""} error={failure?.fields?.email} />
          <button className={done ? "btn big" : "btn first big"} type="submit">
            {say.send}
          </button>
          <p>
            <a href={signIn}>{say.haveOne}</a>
          </p>
        </>
      )}
    </ActionForm>
  );
}

/** Behind the link of the mail: the name once more, since another may have taken it, and the password. */
export function WelcomeForm({ say, language, token, name, email }: Said<"name" | "nameHint" | "email" | "password" | "passwordHint" | "enter"> & { language: Language; token: string; name: string; email: string }) {
  return (
    <ActionForm action={welcomeAction} className="stack">
      {({ typed, failure }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="language" value={language} />
          <Field id="name" name="name" label={say.name} help={say.nameHint} autoComplete="nickname" required dir="auto" minLength={3} maxLength={60} defaultValue={typed.name ?? name} error={failure?.fields?.name} />
          <Field id="email" name="email" label={say.email} type="email" dir="ltr" autoComplete="username" readOnly value={email} />
          <Field id="password" name="password" label={say.password} help={say.passwordHint} type="password" autoComplete="new-password" required minLength={10} error={failure?.fields?.password} />
          <button className="btn first big" type="submit">
            {say.enter}
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** Objects to the decision about one comment. */
export function AppealForm({ commentId, eventId, label, hint, send, ask }: { commentId: string; eventId: string; label: string; hint: string; send: string; ask: string }) {
  return (
    <ActionForm action={appealAction} label={ask}>
      {({ typed, failure, done }) =>
        done ? null : (
          <details open={failure !== null || undefined}>
            <summary>{ask}</summary>
            <div className="stack">
              <input type="hidden" name="commentId" value={commentId} />
              <input type="hidden" name="eventId" value={eventId} />
              <TextArea id={`appeal-${commentId}`} name="text" label={label} help={hint} required dir="auto" defaultValue={typed.text ?? ""} error={failure?.fields?.text} />
              <button className="btn" type="submit">
                {send}
              </button>
            </div>
          </details>
        )
      }
    </ActionForm>
  );
}

/** Takes comments of a guest into the account. */
export function ClaimForm({ says, take }: { says: string; take: string }) {
  return (
    <ActionForm action={claimAction} className="stack">
      {({ done }) =>
        done ? null : (
          <>
            <p>{says}</p>
            <button className="btn" type="submit">
              {take}
            </button>
          </>
        )
      }
    </ActionForm>
  );
}

export function ReadNewsForm({ markRead }: { markRead: string }) {
  return (
    <ActionForm action={readNewsAction}>
      {() => (
        <button className="btn" type="submit">
          {markRead}
        </button>
      )}
    </ActionForm>
  );
}

export function UnmuteForm({ muteId, unmute }: { muteId: string; unmute: string }) {
  return (
    <ActionForm action={unmuteAction}>
      {() => (
        <>
          <input type="hidden" name="muteId" value={muteId} />
          <button className="btn" type="submit">
            {unmute}
          </button>
        </>
      )}
    </ActionForm>
  );
}

export function UnfollowForm({ rootId, unfollow, of }: { rootId: string; unfollow: string; of: string }) {
  return (
    <ActionForm action={unfollowAction}>
      {() => (
        <>
          <input type="hidden" name="rootId" value={rootId} />
          <button className="btn" type="submit" aria-label={`${unfollow}: ${of}`}>
            {unfollow}
          </button>
        </>
      )}
    </ActionForm>
  );
}

type ChooseWords = "choose" | "here" | "byMail" | "mailOff" | "answer" | "decision" | "picked" | "thread" | "question" | "pace" | "soon" | "hourly" | "daily" | "language" | "save";

/** Of what one is told, here and by mail, how often and in which language. */
export function ChooseForm({ say, choices, pace, language, mails, writes }: Said<ChooseWords> & { choices: NoticeChoices; pace: NoticePace; language: Language; mails: boolean; /** Whether she writes for the paper. */ writes: boolean }) {
  const kinds = noticeKinds.filter((kind) => writes || !authorsKinds.includes(kind));
  return (
    <ActionForm action={chooseNewsAction} className="stack" label={say.choose}>
      {({ failure }) => (
        <>
          <input type="hidden" name="writes" value={writes ? "yes" : "no"} />
          <table className="told-ways">
            <thead>
              <tr>
                <td />
                <th scope="col">{say.here}</th>
                <th scope="col">{say.byMail}</th>
              </tr>
            </thead>
            <tbody>
              {kinds.map((kind) => (
                <tr key={kind}>
                  <th scope="row">{say[kind]}</th>
                  {(["here", "mail"] as const).map((way) => (
                    <td key={way}>
                      <label>
                        <span className="hidden">
                          {say[kind]}: {way === "here" ? say.here : say.byMail}
                        </span>
                        <input type="checkbox" name={`${kind}-${way}`} value="yes" key={String(choices[kind][way])} defaultChecked={choices[kind][way]} />
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {!mails && <p className="quiet">{say.mailOff}</p>}
          <div className="field">
            <label htmlFor="pace">{say.pace}</label>
            <Select id="pace" name="pace" names={{ soon: say.soon, hourly: say.hourly, daily: say.daily }} defaultValue={pace} />
          </div>
          <div className="field">
            <label htmlFor="language">{say.language}</label>
            <Select id="language" name="language" names={Object.fromEntries(languageCodes.map((code) => [code, languages[code].name]))} defaultValue={language} aria-invalid={failure?.fields?.language ? true : undefined} />
          </div>
          <button className="btn first" type="submit">
            {say.save}
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** Has one's account deleted. */
export function DeleteForm({ say }: Said<"remove" | "removeAll" | "keepTexts" | "password" | "removeButton">) {
  return (
    <ActionForm action={deleteAccountAction} className="stack" label={say.remove}>
      {({ typed, failure }) => (
        <>
          <fieldset>
            <legend className="hidden">{say.remove}</legend>
            <label>
              <input type="radio" name="texts" value="remove" defaultChecked={typed.texts !== "keep"} /> {say.removeAll}
            </label>
            <label>
              <input type="radio" name="texts" value="keep" defaultChecked={typed.texts === "keep"} /> {say.keepTexts}
            </label>
          </fieldset>
          <Field id="password" name="password" label={say.password} type="password" autoComplete="current-password" required error={failure?.fields?.password} />
          <button className="btn" type="submit">
            {say.removeButton}
          </button>
        </>
      )}
    </ActionForm>
  );
}

export function KeepForm({ keep }: { keep: string }) {
  return (
    <ActionForm action={keepAccountAction}>
      {() => (
        <button className="btn first" type="submit">
          {keep}
        </button>
      )}
    </ActionForm>
  );
}
