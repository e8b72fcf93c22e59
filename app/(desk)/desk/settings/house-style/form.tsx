"use client";

import { changeHouseStyleAction } from "@/app/(desk)/desk/settings/house-style/actions";
import { ActionForm } from "@/components/forms/action-form";

/** The rules as lines of text: the quickest to write, to put in order and to bring from elsewhere. */
export function HouseStyleForm({ rules }: { rules: string }) {
  return (
    <ActionForm action={changeHouseStyleAction} className="stack" label="House style">
      {({ failure, typed }) => (
        <>
          <div className="field">
            <label htmlFor="rules">Rules, one a line</label>
            <span className="help" id="rules-help">
              What is written | what is better | why | “capitals” where those count. An asterisk stands for the rest of a word: utili* | use.
            </span>
            <textarea className="input" id="rules" name="rules" rows={16} defaultValue={typed.rules ?? rules} aria-describedby={`rules-help${failure?.fields?.rules ? " rules-error" : ""}`} aria-invalid={failure?.fields?.rules ? true : undefined} />
            {failure?.fields?.rules && (
              <span className="problem" id="rules-error">
                {failure.fields.rules}
              </span>
            )}
          </div>
          <button className="btn first" type="submit">
            Save the rules
          </button>
        </>
      )}
    </ActionForm>
  );
}
