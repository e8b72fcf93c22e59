"use client";

import { askResetAction } from "@/app/(account)/sign-in/actions";
import { doorWords } from "@/components/account/door-words";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import type { Language } from "@/db/vocabulary";

/** Asks for a link; `mails`: whether one can go out, or waits for an administrator to hand it over. */
export function ForgottenForm({ mails, language }: { mails: boolean; language: Language }) {
  const say = doorWords[language];
  return (
    <ActionForm action={askResetAction}>
      {({ typed, failure, done }) => (
        <>
          <h1>{say.forgot}</h1>
          <p className="quiet">{mails ? say.forgotMails : say.forgotDesk}</p>
          <Field id="email" name="email" label={say.email} type="email" autoComplete="username" required defaultValue={typed.email ?? ""} error={failure?.fields?.email} />
          <button className={done ? "btn big" : "btn first big"} type="submit">
            {say.askLink}
          </button>
          <p>
            <a href="/sign-in">{say.back}</a>
          </p>
        </>
      )}
    </ActionForm>
  );
}
