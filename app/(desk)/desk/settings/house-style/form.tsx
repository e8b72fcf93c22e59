"use client";

import { changeHouseStyleAction, changeSensitiveTopicsAction } from "@/app/(desk)/desk/settings/house-style/actions";
import { languageCodes } from "@/db/vocabulary";
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

/** What the paper writes about with care, as lines of text like the rules. */
export function SensitiveTopicsForm({ topics }: { topics: string }) {
  return (
    <ActionForm action={changeSensitiveTopicsAction} className="stack" label="Sensitive topics">
      {({ failure, typed }) => (
        <>
          <div className="field">
            <label htmlFor="topics">Sensitive topics, one a line</label>
            <span className="help" id="topics-help">
              The story’s language ({languageCodes.join(", ")}) | topic | words by which it is noticed, with commas between them | what to think of. An asterisk stands for the rest of a word.
            </span>
            <textarea className="input" id="topics" name="topics" rows={12} dir="auto" defaultValue={typed.topics ?? topics} aria-describedby={`topics-help${failure?.fields?.topics ? " topics-error" : ""}`} aria-invalid={failure?.fields?.topics ? true : undefined} />
            {failure?.fields?.topics && (
              <span className="problem" id="topics-error">
                {failure.fields.topics}
              </span>
            )}
          </div>
          <button className="btn first" type="submit">
            Save the topics
          </button>
        </>
      )}
    </ActionForm>
  );
}
