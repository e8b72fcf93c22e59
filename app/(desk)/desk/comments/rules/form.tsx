"use client";

import { changeRulesAction } from "@/app/(desk)/desk/comments/rules/actions";
import { linkRuleOf, linkRules } from "@/components/desk/link-rules";
import { sortNames } from "@/components/desk/comments/sort-names";
import { newcomerRuleOf, newcomerRules } from "@/components/desk/newcomer-rules";
import { modeNames } from "@/components/desk/mode-names";
import { ActionForm, type FormState } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { FoldedFields } from "@/components/forms/folded-fields";
import { SeenVersion } from "@/components/forms/seen-version";
import { Select } from "@/components/forms/select";
import { TextArea } from "@/components/forms/text-area";
import type { DiscussionRules } from "@/lib/comments/discussion-rules";
import { presets, sectionPresets } from "@/lib/comments/presets";
import { commentSettings } from "@/lib/comments/settings";

/** `sensitive`: it was marked so, itself or with the whole section, and ceases to be so with a reason alone. */
type Props = { of: string | null; name: string; rules: Partial<DiscussionRules>; version: number; sensitive?: boolean };

const presetNames = Object.fromEntries(sectionPresets.map((preset) => [preset, `${presets[preset].name}: ${presets[preset].hint}`]));

/** The rules of the paper, which says all of them, or of a section, which says what it has of its own: in a line, with its fields folded away. */
export function RulesForm({ of, name, rules, version, sensitive = false }: Props) {
  return (
    <section aria-labelledby={`${of ?? "paper"}-rules`}>
      <h2 id={`${of ?? "paper"}-rules`}>{name}</h2>
      <p className="quiet">{inWords(rules, of !== null)}</p>
      <ActionForm action={changeRulesAction} label={`Rules of ${name}`}>
        {(state) => (
          <FoldedFields says="Change" of={name} failed={state.failure !== null}>
            <SeenVersion typed={state.typed} version={version} />
            <RulesFields of={of} rules={rules} sensitive={sensitive} state={state} />
          </FoldedFields>
        )}
      </ActionForm>
    </section>
  );
}

function RulesFields({ of, rules, sensitive, state: { failure, typed } }: Pick<Props, "of" | "rules" | "sensitive"> & { state: FormState }) {
  const id = of ?? "paper";
  const days = rules.closesAfterDays === null ? "never" : (rules.closesAfterDays?.toString() ?? "");
  const empty = of ? "Empty: as the paper has it." : undefined;
  return (
    <>
      <input type="hidden" name="sectionId" value={of ?? ""} />
      {of && (
        <div className="field">
          <label htmlFor={`${id}-preset`}>How they are held</label>
          <span className="help" id={`${id}-preset-help`}>
            A way with a name says who may comment and how slowly, whatever stands in those two fields.
          </span>
          <Select id={`${id}-preset`} name="preset" names={{ "": "As chosen here", ...presetNames }} defaultValue={typed.preset ?? rules.preset ?? ""} aria-describedby={`${id}-preset-help`} />
        </div>
      )}
      <div className="field">
        <label htmlFor={`${id}-mode`}>Comments are for</label>
        <Select id={`${id}-mode`} name="mode" names={{ ...(of ? { "": "As the paper has it" } : {}), ...modeNames }} defaultValue={typed.mode ?? rules.mode ?? ""} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-links`}>Links</label>
        <Select id={`${id}-links`} name="linksHeld" names={{ ...(of ? { "": "As the paper has it" } : {}), ...linkRules }} defaultValue={typed.linksHeld ?? linkRuleOf(rules.linksHeld)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-new`}>Comments of newcomers</label>
        <Select id={`${id}-new`} name="newcomersHeld" names={{ ...(of ? { "": "As the paper has it" } : {}), ...newcomerRules }} defaultValue={typed.newcomersHeld ?? newcomerRuleOf(rules.newcomersHeld)} aria-describedby={`${id}-new-help`} />
        <span className="help" id={`${id}-new-help`}>
          Of readers with an account who are not known yet. A guest’s are always read first.
        </span>
      </div>
      <div className="field">
        <label htmlFor={`${id}-sort`}>Order</label>
        <Select id={`${id}-sort`} name="firstSort" names={{ ...(of ? { "": "As the paper has it" } : {}), ...sortNames }} defaultValue={typed.firstSort ?? rules.firstSort ?? ""} />
      </div>
      <Field id={`${id}-days`} name="closesAfterDays" label="Closes after so many days" help={`A number, or “never”. ${empty ?? ""}`} className="input" required={!of} defaultValue={typed.closesAfterDays ?? days} error={failure?.fields?.closesAfterDays} />
      <Field id={`${id}-slow`} name="slowModeSeconds" label="Seconds between two comments of a person" help={empty ?? "0: as fast as one can."} className="input" inputMode="numeric" required={!of} defaultValue={typed.slowModeSeconds ?? rules.slowModeSeconds?.toString() ?? ""} error={failure?.fields?.slowModeSeconds} />
      <Field id={`${id}-edit`} name="editMinutes" label="Minutes in which one may edit" help={`0: not at all. ${empty ?? `${commentSettings.edits.mostMinutes} at most.`}`} className="input" inputMode="numeric" required={!of} defaultValue={typed.editMinutes ?? rules.editMinutes?.toString() ?? ""} error={failure?.fields?.editMinutes} />
      <TextArea id={`${id}-note`} name="pinnedNote" label="A word from the newsroom" help={`Stands above the comments of each story that has none of its own. ${empty ?? "Empty: nothing does."}`} maxLength={500} rows={3} dir="auto" defaultValue={typed.pinnedNote ?? rules.pinnedNote ?? ""} error={failure?.fields?.pinnedNote} />
      {of && (
        <label className="choice">
          <input type="checkbox" name="withoutNote" defaultChecked={failure ? typed.withoutNote === "on" : rules.pinnedNote === ""} /> <b>No word here</b>
          <span>Whatever the paper says above the comments.</span>
        </label>
      )}
      {(sensitive || failure?.fields?.reason) && <Field id={`${id}-reason`} name="reason" label="Why it is held as sensitive no longer" help="Asked for where it was, and is not to be." className="input" maxLength={300} defaultValue={typed.reason ?? ""} error={failure?.fields?.reason} />}
    </>
  );
}

function inWords({ mode, closesAfterDays, slowModeSeconds, linksHeld, newcomersHeld, editMinutes, firstSort, pinnedNote, preset }: Partial<DiscussionRules>, ofSection: boolean): string {
  const said = [
    preset && `${presets[preset].name}.`,
    mode && `${modeNames[mode]}.`,
    closesAfterDays === null ? "Never closes." : closesAfterDays && `Closes after ${closesAfterDays === 1 ? "a day" : `${closesAfterDays} days`}.`,
    slowModeSeconds !== undefined && slowModeSeconds > 0 && `One comment of a person every ${slowModeSeconds} seconds.`,
    linksHeld && `${linkRules.held}.`,
    newcomersHeld === undefined || (!ofSection && newcomersHeld) ? "" : newcomersHeld ? "Newcomers are read first." : "Newcomers appear at once.",
    editMinutes === undefined || (!ofSection && editMinutes === commentSettings.edits.minutes) ? "" : editMinutes === 0 ? "Nobody changes what she wrote." : `Changes for ${editMinutes === 1 ? "a minute" : `${editMinutes} minutes`}.`,
    firstSort && (firstSort !== "newest" || closesAfterDays === undefined) && `${sortNames[firstSort]}.`,
    pinnedNote && `Says above the comments: “${pinnedNote}”`,
    ofSection && pinnedNote === "" && "Says nothing above the comments.",
  ].filter(Boolean);
  return said.join(" ") || "As the paper has it.";
}
