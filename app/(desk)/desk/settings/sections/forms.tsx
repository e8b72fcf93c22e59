"use client";

import { addSectionAction, changeSectionAction, moveSectionAction } from "@/app/(desk)/desk/settings/sections/actions";
import { ActionForm, type FormState } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { FoldedFields } from "@/components/forms/folded-fields";
import { SeenVersion } from "@/components/forms/seen-version";
import { Select } from "@/components/forms/select";
import { MoveButtons } from "@/components/desk/move-buttons";
import { accentNames } from "@/db/vocabulary";
import type { SectionLine } from "@/lib/sections/reads/section-list";

type Words = Pick<SectionLine, "name" | "slug" | "accent" | "description" | "parentId">;

/** What can be said of a section, for a new one and for one that stands. `id` keeps the fields of several forms apart. */
function SectionFields({ id, stands, tops, state: { failure, typed } }: { id: string; stands: Words; tops: readonly SectionLine[]; state: FormState }) {
  const problem = failure?.fields?.parentId;
  const line = (name: "name" | "slug" | "description") => ({ id: `${id}-${name}`, name, className: "input", defaultValue: typed[name] ?? stands[name], error: failure?.fields?.[name] });
  return (
    <>
      <Field {...line("name")} label="Name" required maxLength={60} />
      <Field {...line("slug")} label="Address" help={stands.slug ? undefined : "Made from the name when left empty."} />
      <Field {...line("description")} label="Description" maxLength={300} />
      <div className="field">
        <label htmlFor={`${id}-accent`}>Accent</label>
        <Select id={`${id}-accent`} name="accent" names={accentNames} defaultValue={typed.accent ?? stands.accent} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-parent`}>Part of</label>
        <Select id={`${id}-parent`} name="parentId" names={{ "": "The paper itself", ...Object.fromEntries(tops.filter((top) => top.id !== id).map((top) => [top.id, top.name])) }} defaultValue={typed.parentId ?? stands.parentId ?? ""} aria-invalid={problem ? true : undefined} aria-describedby={problem ? `${id}-parent-problem` : undefined} />
        {problem && (
          <span className="problem" id={`${id}-parent-problem`}>
            {problem}
          </span>
        )}
      </div>
    </>
  );
}

export function AddSectionForm({ tops }: { tops: readonly SectionLine[] }) {
  return (
    <ActionForm action={addSectionAction} className="stack row-form from-top" label="New section">
      {(state) => (
        <>
          <SectionFields id="new" tops={tops} stands={{ name: "", slug: "", accent: "plain", description: "", parentId: null }} state={state} />
          <button className="btn first" type="submit">
            Add section
          </button>
        </>
      )}
    </ActionForm>
  );
}

export function ChangeSectionForm({ section, tops }: { section: SectionLine; tops: readonly SectionLine[] }) {
  return (
    <ActionForm action={changeSectionAction} label={`Change ${section.name}`}>
      {(state) => (
        <FoldedFields says="Change" of={section.name} failed={state.failure !== null}>
          <input type="hidden" name="sectionId" value={section.id} />
          <SeenVersion typed={state.typed} version={section.version} />
          <SectionFields id={section.id} tops={tops} stands={section} state={state} />
        </FoldedFields>
      )}
    </ActionForm>
  );
}

export function MoveSectionForm({ section, first, last }: { section: SectionLine; first: boolean; last: boolean }) {
  return (
    <ActionForm action={moveSectionAction} className="move" label={`Move ${section.name}`}>
      {() => (
        <>
          <input type="hidden" name="sectionId" value={section.id} />
          <MoveButtons what={section.name} name="direction" first={first} last={last} />
        </>
      )}
    </ActionForm>
  );
}
