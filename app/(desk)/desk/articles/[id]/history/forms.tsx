"use client";

import { useEffect, useRef } from "react";
import { nameVersionAction } from "@/app/(desk)/desk/articles/[id]/history/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import type { RevisionLine } from "@/lib/articles/desk-views";

/** A version's name: given, changed and taken away. Another name makes another field: what was typed before would stand over it. */
export function NameVersionForm({ articleId, line }: { articleId: string; line: RevisionLine }) {
  const named = useRef(line.name);
  // The button that took the name away goes with it.
  useEffect(() => {
    if (named.current && !line.name && document.activeElement === document.body) document.getElementById("version-name")?.focus();
    named.current = line.name;
  }, [line.name]);
  return (
    <ActionForm action={nameVersionAction} className="name-version" label={`Name of version ${line.seq}`}>
      {({ failure, typed }) => (
        <>
          <input type="hidden" name="articleId" value={articleId} />
          <input type="hidden" name="revisionId" value={line.id} />
          <input type="hidden" name="seen" value={line.timesNamed} />
          <Field key={line.timesNamed} id="version-name" name="name" label="Name of this version" className="input" maxLength={120} dir="auto" autoComplete="off" required defaultValue={typed.name ?? line.name ?? ""} error={failure?.fields?.name} />
          <button className="btn" type="submit">
            {line.name ? "Rename" : "Name it"}
          </button>
          {line.name && (
            <button className="btn plain" type="submit" name="then" value="take_away" formNoValidate>
              Take the name away
            </button>
          )}
        </>
      )}
    </ActionForm>
  );
}
