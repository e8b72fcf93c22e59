"use client";

import { tryMailAgainAction } from "@/app/(desk)/desk/mail/actions";
import { ActionForm } from "@/components/forms/action-form";

/** Stays where it was after it was pressed, to say what came of it. */
export function TryAgainForm({ mailId, can, failed }: { mailId: string; can: boolean; failed: boolean }) {
  return (
    <ActionForm action={tryMailAgainAction} label="Send it">
      {() =>
        can && (
          <>
            <input type="hidden" name="mailId" value={mailId} />
            <button className="btn first" type="submit">
              {failed ? "Try again" : "Send it now"}
            </button>
          </>
        )
      }
    </ActionForm>
  );
}
