"use client";

import type { ReactNode } from "react";
import { bringBackAction, markSeenAction } from "@/app/(desk)/desk/articles/[id]/history/compare/actions";
import { ActionForm } from "@/components/forms/action-form";

/** The changes, in a form: each has a button that brings its part of the earlier version back. */
export function BringBackForm({ articleId, revisionId, seq, children }: { articleId: string; revisionId: string; seq: number; children: ReactNode }) {
  return (
    <ActionForm action={bringBackAction} className="bring-back" label={`Bring back from version ${seq}`}>
      {() => (
        <>
          <input type="hidden" name="articleId" value={articleId} />
          <input type="hidden" name="revisionId" value={revisionId} />
          {children}
        </>
      )}
    </ActionForm>
  );
}

/** Tells that one has seen what others changed: what this page shows, not what came since. */
export function MarkSeenForm({ articleId, shown }: { articleId: string; shown: { at: string; revisionId: string | null } }) {
  return (
    <ActionForm action={markSeenAction} className="mark-seen" label="What others changed">
      {({ done }) => (
        <>
          <input type="hidden" name="articleId" value={articleId} />
          <input type="hidden" name="at" value={shown.at} />
          <input type="hidden" name="revisionId" value={shown.revisionId ?? ""} />
          {!done && (
            <button className="btn" type="submit">
              I have seen these changes
            </button>
          )}
        </>
      )}
    </ActionForm>
  );
}
