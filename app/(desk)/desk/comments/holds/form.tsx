"use client";

import { placeHoldAction, releaseHoldAction } from "@/app/(desk)/desk/comments/holds/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { TextArea } from "@/components/forms/text-area";

/** Puts a comment under hold; `comment` is the one that somebody came with. */
export function PlaceHold({ comment }: { comment: string }) {
  return (
    <ActionForm action={placeHoldAction} className="stack" label="Put a comment under hold">
      {({ typed, failure }) => (
        <>
          <Field id="hold-comment" name="comment" className="input" label="Which comment" help="The address of its page, or its id." required defaultValue={typed.comment ?? comment} error={failure?.fields?.commentId} />
          <TextArea id="hold-matter" name="matter" label="Which legal matter needs it" help="A file number or a name, so that whoever comes after you knows when it is over." required maxLength={500} defaultValue={typed.matter ?? ""} error={failure?.fields?.matter} />
          <button className="btn first" type="submit">
            Put under hold
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** Releases one comment. */
export function ReleaseHold({ commentId, name }: { commentId: string; name: string }) {
  return (
    <details>
      <summary>Release…</summary>
      <ActionForm action={releaseHoldAction} className="stack" label={`Release the comment by ${name}`}>
        {({ typed, failure }) => (
          <>
            <input type="hidden" name="commentId" value={commentId} />
            <TextArea id={`release-${commentId}`} name="reason" label="Why it is released" help="From then on it is erased when its time is over." required maxLength={500} defaultValue={typed.reason ?? ""} error={failure?.fields?.reason} />
            <button className="btn" type="submit">
              Release
            </button>
          </>
        )}
      </ActionForm>
    </details>
  );
}
