"use client";

import { askResetAction } from "@/app/(account)/sign-in/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";

/** Asks for a link; `mails`: whether one can go out, or waits for an administrator to hand it over. */
export function ForgottenForm({ mails }: { mails: boolean }) {
  return (
    <ActionForm action={askResetAction}>
      {({ typed, failure, done }) => (
        <>
          <h1>Forgot your password?</h1>
          <p className="quiet">{mails ? "Say with which address you sign in; a link to choose a new password comes by mail." : "This newsroom sends no mail yet. Say with which address you sign in; the link then waits at the desk, and an administrator can give it to you."}</p>
          <Field id="email" name="email" label="Email" type="email" autoComplete="username" required defaultValue={typed.email ?? ""} error={failure?.fields?.email} />
          <button className={done ? "btn big" : "btn first big"} type="submit">
            Ask for a link
          </button>
          <p>
            <a href="/sign-in">Back to sign in</a>
          </p>
        </>
      )}
    </ActionForm>
  );
}
