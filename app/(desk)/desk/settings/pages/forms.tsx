"use client";

import { addPageAction, movePageAction } from "@/app/(desk)/desk/settings/pages/actions";
import { MoveButtons } from "@/components/desk/move-buttons";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { Select } from "@/components/forms/select";
import { purposeNames } from "@/lib/pages/purposes";
import type { PageLine } from "@/lib/pages/views";

export function AddPageForm() {
  return (
    <ActionForm action={addPageAction} className="stack row-form from-top" label="New page">
      {({ failure, typed }) => (
        <>
          <Field id="new-title" name="title" label="Title" className="input" required maxLength={120} defaultValue={typed.title} error={failure?.fields?.title} />
          <Field id="new-slug" name="slug" label="Address" className="input" help="Made from the title when left empty." defaultValue={typed.slug} error={failure?.fields?.slug} />
          <div className="field">
            <label htmlFor="new-purpose">What it is for</label>
            <Select id="new-purpose" name="purpose" names={purposeNames} defaultValue={typed.purpose ?? "plain"} />
          </div>
          <button className="btn first" type="submit">
            Begin the page
          </button>
        </>
      )}
    </ActionForm>
  );
}

export function MovePageForm({ page, first, last }: { page: PageLine; first: boolean; last: boolean }) {
  return (
    <ActionForm action={movePageAction} className="move" label={`Move ${page.title}`}>
      {() => (
        <>
          <input type="hidden" name="pageId" value={page.id} />
          <MoveButtons what={page.title} name="direction" first={first} last={last} />
        </>
      )}
    </ActionForm>
  );
}
