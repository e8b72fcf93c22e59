"use client";

import { signInAction } from "@/app/(account)/sign-in/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";

/** `signUp` says in the paper's language where a reader makes an account. */
export function SignInForm({ next, signUp }: { next: string; signUp: string }) {
  return (
    <ActionForm action={signInAction}>
      {({ typed, failure }) => (
        <>
          <h1>Sign in</h1>
          <input type="hidden" name="next" value={next} />
          <Field id="email" name="email" label="Email" type="email" autoComplete="username" required defaultValue={typed.email ?? ""} error={failure?.fields?.email} />
          <Field id="password" name="password" label="Password" type="password" autoComplete="current-password" required />
          <button className="btn first big" type="submit">
            Sign in
          </button>
          <p className="faint">
            <a href="/sign-in/forgotten">Forgot your password?</a> <a href={next ? `/sign-up?next=${encodeURIComponent(next)}` : "/sign-up"}>{signUp}</a>
          </p>
        </>
      )}
    </ActionForm>
  );
}
