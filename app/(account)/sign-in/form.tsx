"use client";

import { signInAction } from "@/app/(account)/sign-in/actions";
import { doorWords } from "@/components/account/door-words";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import type { Language } from "@/db/vocabulary";

/** `signUp` says in the paper's language where a reader makes an account. */
export function SignInForm({ next, signUp, language }: { next: string; signUp: string; language: Language }) {
  const say = doorWords[language];
  return (
    <ActionForm action={signInAction}>
      {({ typed, failure }) => (
        <>
          <h1>{say.signIn}</h1>
          <input type="hidden" name="next" value={next} />
          <Field id="email" name="email" label={say.email} type="email" autoComplete="username" required defaultValue={typed.email ?? ""} error={failure?.fields?.email} />
          <Field id="password" name="password" label={say.password} type="password" autoComplete="current-password" required />
          <button className="btn first big" type="submit">
            {say.signIn}
          </button>
          <p className="faint">
            <a href="/sign-in/forgotten">{say.forgot}</a> <a href={next ? `/sign-up?next=${encodeURIComponent(next)}` : "/sign-up"}>{signUp}</a>
          </p>
        </>
      )}
    </ActionForm>
  );
}
