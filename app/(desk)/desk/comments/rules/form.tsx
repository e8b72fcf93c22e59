"use client";

import { changeRulesAction } from "@/app/(desk)/desk/comments/rules/actions";
import { modeNames } from "@/components/desk/mode-names";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { Select } from "@/components/forms/select";
import type { DiscussionRules } from "@/lib/comments/discussion-rules";

type Props = { of: string | null; name: string; rules: Partial<DiscussionRules>; version: number };

/** The rules of the paper, which says all of them, or of a section, which says what it has of its own. */
export function RulesForm({ of, name, rules, version }: Props) {
  const id = of ?? "paper";
  const days = rules.closesAfterDays === null ? "never" : (rules.closesAfterDays?.toString() ?? "");
  const empty = of ? "Empty: as the paper has it." : undefined;
  return (
    <section aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{name}</h2>
      <ActionForm action={changeRulesAction} className="stack row-form from-top" label={`Rules of ${name}`}>
        {({ failure, typed }) => (
          <>
            <input type="hidden" name="sectionId" value={of ?? ""} />
            <input type="hidden" name="version" value={version} />
            <div className="field">
              <label htmlFor={`${id}-mode`}>Comments are for</label>
              <Select
                id={`${id}-mode`}
                name="mode"
                names={{ ...(of ? { "": "As the paper has it" } : {}), ...modeNames }}
                defaultValue={typed.mode ?? rules.mode ?? ""}
              />
            </div>
            <Field
              id={`${id}-days`}
              name="closesAfterDays"
              label="Closes after so many days"
              help={`A number, or “never”. ${empty ?? ""}`}
              className="input"
              required={!of}
              defaultValue={typed.closesAfterDays ?? days}
              error={failure?.fields?.closesAfterDays}
            />
            <Field
              id={`${id}-slow`}
              name="slowModeSeconds"
              label="Seconds between two comments of a person"
              help={empty ?? "0: as fast as one can."}
              className="input"
              inputMode="numeric"
              required={!of}
              defaultValue={typed.slowModeSeconds ?? rules.slowModeSeconds?.toString() ?? ""}
              error={failure?.fields?.slowModeSeconds}
            />
            <button className="btn" type="submit" aria-label={`Save the rules of ${name}`}>
              Save
            </button>
          </>
        )}
      </ActionForm>
    </section>
  );
}
