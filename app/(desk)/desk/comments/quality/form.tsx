"use client";

import type { ReactNode } from "react";
import { lookAgainAction } from "@/app/(desk)/desk/comments/quality/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Select } from "@/components/forms/select";
import { reasonCodes } from "@/db/vocabulary";

const reasons = Object.fromEntries(reasonCodes.filter((code) => code !== "banned_word").map((code) => [code, code.replaceAll("_", " ")]));

/** Asks what somebody would decide about a comment; where there is none (`eventId` null) only what became of the last is said. */
export function LookForm({ eventId, children }: { eventId: string | null; children: ReactNode }) {
  return (
    <ActionForm action={lookAgainAction} label="A second look">
      {() => (
        <>
          {children}
          {eventId && (
            <div className="decide">
              <input type="hidden" name="eventId" value={eventId} />
              <button className="btn first" type="submit" name="would" value="approve">
                I would approve it
              </button>
              <div className="with-reason">
                <button className="btn" type="submit" name="would" value="reject">
                  I would reject it
                </button>
                <Select className="input reason" name="reason" names={reasons} defaultValue="off_topic" aria-label="For this reason" />
              </div>
            </div>
          )}
        </>
      )}
    </ActionForm>
  );
}
