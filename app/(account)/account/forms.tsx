"use client";

import { changePasswordAction, changeProfileAction, chooseNewPasswordAction, endOthersAction, endSessionAction, setUpAction } from "@/app/(account)/account/actions";
import { doorWords } from "@/components/account/door-words";
import { deskTime } from "@/components/desk/editor/times";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { printedTime } from "@/components/reader/dates";
import type { Language } from "@/db/vocabulary";
import type { SessionRow } from "@/lib/people/reads/people";

/** One's name and, for those who write, the line that follows it; whoever is not asked for the line keeps it as it is. */
export function ProfileForm({ name, bio, writes, language }: { name: string; bio: string; writes: boolean; language: Language }) {
  const say = doorWords[language];
  return (
    <ActionForm action={changeProfileAction} className="stack" label={writes ? "Name and line under your stories" : say.name}>
      {({ failure, typed }) => (
        <>
          <Field id="name" name="name" label={say.name} defaultValue={typed.name ?? name} error={failure?.fields?.name} required />
          {writes ? (
            <Field id="bio" name="bio" label="Line under your stories" defaultValue={typed.bio ?? bio} error={failure?.fields?.bio} help="It follows your name: “covers the council and the quays.”" maxLength={300} />
          ) : (
            <input type="hidden" name="bio" value={bio} />
          )}
          <button className="btn" type="submit">
            {say.save}
          </button>
        </>
      )}
    </ActionForm>
  );
}

export function PasswordForm({ language }: { language: Language }) {
  const say = doorWords[language];
  return (
    <ActionForm action={changePasswordAction} className="stack" label={say.change}>
      {({ failure }) => (
        <>
          <Field id="current" name="current" label={say.current} type="password" autoComplete="current-password" required error={failure?.fields?.current} />
          <Field id="new-password" name="password" label={say.newPassword} type="password" autoComplete="new-password" required minLength={10} error={failure?.fields?.password} help={say.passwordHelp} />
          <button className="btn" type="submit">
            {say.change}
          </button>
        </>
      )}
    </ActionForm>
  );
}

export function SessionList({ sessions, timeZone, now, language }: { sessions: SessionRow[]; timeZone: string; now: string; language: Language }) {
  const say = doorWords[language];
  const seen = (at: string) => (language === "en" ? deskTime(at, timeZone, new Date(now)) : printedTime(new Date(at), timeZone, language));
  return (
    <>
      <table className="people">
        <thead>
          <tr>
            <th scope="col">{say.device}</th>
            <th scope="col">{say.lastSeen}</th>
            <th scope="col">
              <span className="hidden">{say.end}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <td>{session.here ? <b>{say.here}</b> : session.device ? <bdi lang="en">{session.device}</bdi> : say.unknown}</td>
              <td>
                <time dateTime={session.lastSeenAt}>{seen(session.lastSeenAt)}</time>
              </td>
              <td>
                {!session.here && (
                  <ActionForm action={endSessionAction}>
                    {() => (
                      <>
                        <input type="hidden" name="sessionId" value={session.id} />
                        <button className="btn" type="submit">
                          {say.end}
                        </button>
                      </>
                    )}
                  </ActionForm>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sessions.length > 1 && (
        <ActionForm action={endOthersAction} className="stack">
          {() => (
            <button className="btn" type="submit">
              {say.endOthers}
            </button>
          )}
        </ActionForm>
      )}
    </>
  );
}

export function NewPasswordForm({ token, email, language }: { token: string; email: string; language: Language }) {
  const say = doorWords[language];
  return (
    <ActionForm action={chooseNewPasswordAction} className="stack">
      {({ failure }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <Field id="email" name="email" label={say.email} type="email" autoComplete="username" readOnly value={email} />
          <Field id="password" name="password" label={say.newPassword} type="password" autoComplete="new-password" required minLength={10} error={failure?.fields?.password} help={say.passwordHelp} />
          <button className="btn first big" type="submit">
            {say.setAndSignIn}
          </button>
        </>
      )}
    </ActionForm>
  );
}

export function SetUpForm() {
  return (
    <ActionForm action={setUpAction} className="stack">
      {({ failure, typed }) => (
        <>
          <Field id="token" name="token" label="Token" autoComplete="off" required help="Printed where the server was started." />
          <Field id="paper" name="paper" label="Name of the paper" required defaultValue={typed.paper ?? ""} error={failure?.fields?.paper} />
          <Field id="name" name="name" label="Your name" autoComplete="name" required defaultValue={typed.name ?? ""} error={failure?.fields?.name} />
          <Field id="email" name="email" label="Email" type="email" autoComplete="username" required defaultValue={typed.email ?? ""} error={failure?.fields?.email} />
          <Field id="password" name="password" label="Password" type="password" autoComplete="new-password" required minLength={10} error={failure?.fields?.password} help="At least 10 characters." />
          <button className="btn first big" type="submit">
            Open the paper
          </button>
        </>
      )}
    </ActionForm>
  );
}
