"use client";

import { changeDiscussionAction } from "@/app/(desk)/desk/comments/discussions/[articleId]/actions";
import { toWallDay } from "@/components/desk/editor/times";
import { sortNames } from "@/components/desk/comments/sort-names";
import { linkRuleOf, linkRules } from "@/components/desk/link-rules";
import { modeNames } from "@/components/desk/mode-names";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { Select } from "@/components/forms/select";
import { TextArea } from "@/components/forms/text-area";
import { presets } from "@/lib/comments/presets";
import type { DiscussionSettings } from "@/lib/comments/reads/discussion-settings";

/** How the discussion is held: one of the ways that are known, or what is chosen below them. Says nothing of its own until somebody does. */
export function DiscussionForm({ settings, timeZone }: { settings: DiscussionSettings; timeZone: string }) {
  const { own, rules, rulesVersion, unread } = settings;
  const chosen = own.preset ?? (own.mode === "inherit" && own.slowModeSeconds === null ? "standard" : "other");
  return (
    <ActionForm action={changeDiscussionAction} className="stack" label="How this discussion is held">
      {({ failure, typed }) => {
        const wrong = failure?.fields ?? {};
        const preset = typed.preset ?? chosen;
        const closes = typed.closes ?? (own.staysOpen ? "never" : own.closesAt ? "day" : "by_rule");
        return (
          <>
            <input type="hidden" name="articleId" value={settings.articleId} />
            <input type="hidden" name="rulesVersion" value={rulesVersion} />
            <fieldset className="ways">
              <legend className="lab">Who may comment, and how</legend>
              {[...Object.entries(presets), ["other", { name: "As chosen here", hint: "" }] as const].map(([value, { name, hint }]) => (
                <label className="choice" key={`${value} ${preset}`}>
                  <input type="radio" name="preset" value={value} defaultChecked={preset === value} /> <b>{name}</b>
                  {hint && <span>{value === "standard" ? `${hint} Now: ${modeNames[rules.mode].toLowerCase()}.` : hint}</span>}
                </label>
              ))}
              <div className="inset">
                <div className="field">
                  <label htmlFor="mode">Comments are for</label>
                  <Select
                    id="mode"
                    name="mode"
                    names={{ inherit: "As in its section", ...modeNames }}
                    defaultValue={typed.mode ?? own.mode}
                  />
                </div>
                <Field
                  id="slow"
                  name="slowModeSeconds"
                  label="Seconds between two comments of a person"
                  help="Empty: as in its section."
                  className="input"
                  inputMode="numeric"
                  defaultValue={typed.slowModeSeconds ?? own.slowModeSeconds?.toString() ?? ""}
                  error={wrong.slowModeSeconds}
                />
              </div>
            </fieldset>
            <div className="field">
              <label htmlFor="links">Links</label>
              <Select id="links" name="linksHeld" names={{ "": `As in its section: ${linkRules[rules.linksHeld ? "held" : "known"].toLowerCase()}`, ...linkRules }} defaultValue={typed.linksHeld ?? linkRuleOf(own.linksHeld)} />
            </div>
            <div className="field">
              <label htmlFor="sort">Order</label>
              <Select id="sort" name="firstSort" names={{ "": `As in its section: ${sortNames[rules.firstSort].toLowerCase()}`, ...sortNames }} defaultValue={typed.firstSort ?? own.firstSort ?? ""} />
            </div>
            <div className="field">
              <label htmlFor="closes">It closes</label>
              <Select
                id="closes"
                name="closes"
                names={{
                  by_rule:
                    rules.closesAfterDays === null
                      ? "Never, as in its section"
                      : `${rules.closesAfterDays} days after publication, as in its section`,
                  day: "At the end of the day chosen here",
                  never: "Never",
                }}
                defaultValue={closes}
                aria-invalid={wrong.closes ? true : undefined}
                aria-describedby={wrong.closes ? "closes-problem" : undefined}
              />
              {wrong.closes && (
                <span className="problem" id="closes-problem">
                  {wrong.closes}
                </span>
              )}
            </div>
            <Field
              id="closes-day"
              name="closesDay"
              type="date"
              label="Last day"
              className="input"
              defaultValue={typed.closesDay ?? (own.closesAt ? toWallDay(own.closesAt, timeZone) : "")}
            />
            <TextArea
              id="pinned"
              name="pinnedNote"
              label="A word from the newsroom"
              help={`Stands above the comments. ${rules.pinnedNote === "" ? "Empty: nothing does." : `Empty: what its section says, “${rules.pinnedNote}”.`}`}
              maxLength={500}
              rows={3}
              defaultValue={typed.pinnedNote ?? own.pinnedNote}
              error={wrong.pinnedNote}
            />
            <label className="choice">
              <input type="checkbox" name="withoutNote" defaultChecked={failure ? typed.withoutNote === "on" : own.withoutNote} /> <b>No word here</b>
              <span>Whatever its section or the paper says above the comments.</span>
            </label>
            {(own.preset === "sensitive" || rules.preset === "sensitive") && (
              <Field
                id="reason"
                name="reason"
                label="Why it is held as sensitive no longer"
                help="Asked for where it was, and is not to be."
                className="input"
                maxLength={300}
                defaultValue={typed.reason ?? ""}
                error={wrong.reason}
              />
            )}
            {unread > 0 && (
              <label className="choice">
                <input type="checkbox" name="holdUnread" /> <b>Put what nobody has read back into the queue</b>
                <span>{unread === 1 ? "1 comment" : `${unread} comments`} would wait again.</span>
              </label>
            )}
            <button className="btn first" type="submit">
              Save
            </button>
          </>
        );
      }}
    </ActionForm>
  );
}
