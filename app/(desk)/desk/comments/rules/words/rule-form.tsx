"use client";

import { importWordRulesAction, moveWordRuleAction, saveWordRuleAction } from "@/app/(desk)/desk/comments/rules/words/actions";
import { ActionForm, type FormState } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { FoldedFields } from "@/components/forms/folded-fields";
import { SeenVersion } from "@/components/forms/seen-version";
import { Select } from "@/components/forms/select";
import { TextArea } from "@/components/forms/text-area";
import { languages } from "@/db/vocabulary";
import type { WordRuleRow } from "@/lib/moderation/word-rules/reads/word-rules";
import { actionNames, kindNames } from "@/lib/moderation/word-rules/word-rule-names";

/** Sections by id, in the order of the paper. */
type Sections = Record<string, string>;

const languageNames = { "": "All languages", ...Object.fromEntries(Object.entries(languages).map(([code, { name }]) => [code, name])) };

/** What a rule says, in the fields of a form. `of` tells the fields of one rule from those of the next. */
function RuleFields({ of, rule, sections, state: { failure, typed } }: { of: string; rule: Partial<WordRuleRow>; sections: Sections; state: FormState }) {
  const wrong = failure?.fields ?? {};
  const choice = (name: "kind" | "action" | "language" | "sectionId" | "enabled", label: string, names: Record<string, string>, value: string) => (
    <div className="field">
      <label htmlFor={`${of}-${name}`}>{label}</label>
      <Select id={`${of}-${name}`} name={name} names={names} defaultValue={typed[name] ?? value} />
    </div>
  );
  return (
    <>
      <Field id={`${of}-pattern`} name="pattern" label="Looks for" className="input" maxLength={200} required dir="auto" spellCheck={false} autoCapitalize="none" defaultValue={typed.pattern ?? rule.pattern ?? ""} error={wrong.pattern} />
      {choice("kind", "As", kindNames, rule.kind ?? "words")}
      {choice("action", "And then", actionNames, rule.action ?? "hold")}
      {choice("language", "In stories in", languageNames, rule.language ?? "")}
      {choice("sectionId", "In", { "": "All sections", ...sections }, rule.sectionId ?? "")}
      <Field id={`${of}-note`} name="note" label="Note" className="input" maxLength={300} dir="auto" defaultValue={typed.note ?? rule.note ?? ""} error={wrong.note} />
      {choice("enabled", "It is", { on: "On", off: "Off" }, rule.enabled === false ? "off" : "on")}
    </>
  );
}

export function AddRule({ sections }: { sections: Sections }) {
  return (
    <ActionForm action={saveWordRuleAction} className="stack row-form from-top" label="Add a rule">
      {(state) => (
        <>
          <RuleFields of="new" rule={{}} sections={sections} state={state} />
          <button className="btn first" type="submit">
            Add the rule
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** The fields of a rule that stands, folded away, and the way to delete it. */
export function ChangeRule({ rule, sections }: { rule: WordRuleRow; sections: Sections }) {
  return (
    <div className="word-rule-acts">
      <ActionForm action={saveWordRuleAction} label={`Rule ${rule.pattern}`}>
        {(state) => (
          <FoldedFields says="Change" of={rule.pattern} failed={state.failure !== null}>
            <input type="hidden" name="id" value={rule.id} />
            <SeenVersion typed={state.typed} version={rule.version} />
            <RuleFields of={rule.id} rule={rule} sections={sections} state={state} />
          </FoldedFields>
        )}
      </ActionForm>
      <MoveRule id={rule.id} pattern={rule.pattern} then="delete" />
    </div>
  );
}

/** Deletes a rule, or brings it back. */
export function MoveRule({ id, pattern, then }: { id: string; pattern: string; then: "delete" | "restore" }) {
  return (
    <ActionForm action={moveWordRuleAction} label={`${then === "restore" ? "Bring back" : "Delete"} ${pattern}`}>
      {() => (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="pattern" value={pattern} />
          <button className="btn" type="submit" name="then" value={then}>
            {then === "restore" ? "Bring back" : "Delete"}
            <span className="hidden"> {pattern}</span>
          </button>
        </>
      )}
    </ActionForm>
  );
}

export function ImportRules() {
  return (
    <ActionForm action={importWordRulesAction} className="stack" label="Bring rules from elsewhere">
      {({ failure, typed }) => (
        <>
          <div className="field">
            <label htmlFor="rules-file">A file</label>
            <input id="rules-file" className="input" type="file" name="file" accept=".csv,text/csv" />
          </div>
          <TextArea id="rules-table" name="table" label="Or a table, pasted" help="Comma-separated values. The first line names the columns: kind, pattern, action, language, section, note, on. Only “pattern” must be there; a section is written as in its address. Of what stands already nothing is changed." rows={4} spellCheck={false} dir="auto" defaultValue={typed.table ?? ""} error={failure?.fields?.table} />
          <button className="btn" type="submit">
            Add these rules
          </button>
        </>
      )}
    </ActionForm>
  );
}
