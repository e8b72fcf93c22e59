"use client";

import { addSectionAction, changeSectionAction, moveSectionAction } from "@/app/(desk)/desk/settings/sections/actions";
import { ActionForm, type FormState } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { Select } from "@/components/forms/select";
import { Icon } from "@/components/desk/icon";
import { accentNames } from "@/db/vocabulary";
import type { SectionLine } from "@/lib/sections/reads/section-list";

type Words = Pick<SectionLine, "name" | "slug" | "accent" | "description">;

/** What can be said of a section, for a new one and for one that stands. `id` keeps the fields of several forms apart. */
function SectionFields({ id, stands, state: { failure, typed } }: { id: string; stands: Words; state: FormState }) {
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
    </>
  );
}

export function AddSectionForm() {
  return (
    <ActionForm action={addSectionAction} className="stack row-form from-top" label="New section">
      {(state) => (
        <>
          <SectionFields id="new" stands={{ name: "", slug: "", accent: "plain", description: "" }} state={state} />
          <button className="btn first" type="submit">
            Add section
          </button>
        </>
      )}
    </ActionForm>
  );
}

export function ChangeSectionForm({ section }: { section: SectionLine }) {
  return (
    <ActionForm action={changeSectionAction} label={`Change ${section.name}`}>
      {(state) => (
        <details open={state.failure !== null || undefined}>
          <summary>
            Change<span className="hidden"> {section.name}</span>
          </summary>
          <div className="stack row-form from-top">
            <input type="hidden" name="sectionId" value={section.id} />
            <SectionFields id={section.id} stands={section} state={state} />
            <button className="btn" type="submit">
              Save
            </button>
          </div>
        </details>
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
          {!first && (
            <button className="btn" name="direction" value="up" type="submit" aria-label={`Move ${section.name} up`}>
              <Icon name="up" />
            </button>
          )}
          {!last && (
            <button className="btn" name="direction" value="down" type="submit" aria-label={`Move ${section.name} down`}>
              <Icon name="down" />
            </button>
          )}
        </>
      )}
    </ActionForm>
  );
}
