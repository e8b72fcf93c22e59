"use client";

import { answerAppealAction } from "@/app/(desk)/desk/comments/appeals/actions";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/text-area";

/** Answers one appeal. */
export function AnswerForm({ id, name }: { id: string; name: string }) {
  return (
    <ActionForm action={answerAppealAction} className="stack" label={`Answer ${name}`}>
      {({ failure, typed }) => (
        <>
          <input type="hidden" name="appealId" value={id} />
          <TextArea id={`answer-${id}`} name="answer" label="Your answer" help="Whoever wrote the comment reads it. It may stay empty." maxLength={500} defaultValue={typed.answer ?? ""} error={failure?.fields?.answer} />
          <div className="decide">
            <button className="btn first" name="choice" value="publish" type="submit">
              Publish the comment
            </button>
            <button className="btn" name="choice" value="keep" type="submit">
              Keep the decision
            </button>
          </div>
        </>
      )}
    </ActionForm>
  );
}
