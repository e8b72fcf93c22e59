"use client";

import type { ReactNode } from "react";
import { decideAction, ownProposalAction, startCopyAction, startCopyAtAction } from "@/app/(desk)/desk/articles/[id]/proposals/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";

/** Takes a copy to work on. */
export function StartCopyForm({ articleId, isInWork = false }: { articleId: string; isInWork?: boolean }) {
  return (
    <ActionForm action={startCopyAction} label="Work on a copy">
      {() => (
        <>
          <input type="hidden" name="articleId" value={articleId} />
          <button className="btn first" type="submit">
            {isInWork ? "Go on with your copy" : "Work on a copy"}
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** The same of a story that readers see, by its address. */
export function StartCopyAtForm() {
  return (
    <ActionForm action={startCopyAtAction} className="copy-at" label="Propose a change to a public story">
      {({ typed }) => (
        <>
          <Field id="copy-address" name="address" label="Address of a public story" className="input" dir="ltr" autoComplete="off" required maxLength={2000} defaultValue={typed.address ?? ""} />
          <button className="btn" type="submit">
            Work on a copy
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** What one can do with one's own proposal. */
export function OwnProposalForm({ articleId, proposalId, can }: { articleId: string; proposalId: string; can: { reopen: boolean; withdraw: boolean } }) {
  return (
    <ActionForm action={ownProposalAction} className="own-proposal" label="Your proposal">
      {() => (
        <>
          <input type="hidden" name="articleId" value={articleId} />
          <input type="hidden" name="proposalId" value={proposalId} />
          {can.reopen && (
            <button className="btn" type="submit" name="then" value="reopen">
              Take it back and go on writing
            </button>
          )}
          {can.withdraw && (
            <button className="btn plain" type="submit" name="then" value="withdraw">
              Withdraw it
            </button>
          )}
        </>
      )}
    </ActionForm>
  );
}

/** The changes, in a form: each has buttons that take it or decline it. `read` names the text that they are shown of. */
export function DecideForm({ articleId, proposalId, read, children }: { articleId: string; proposalId: string; read: string; children: ReactNode }) {
  return (
    <ActionForm action={decideAction} className="bring-back" label="Answer the proposal">
      {() => (
        <>
          <input type="hidden" name="articleId" value={articleId} />
          <input type="hidden" name="proposalId" value={proposalId} />
          <input type="hidden" name="read" value={read} />
          {children}
        </>
      )}
    </ActionForm>
  );
}
