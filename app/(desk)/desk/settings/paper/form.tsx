"use client";

import { changePaperAction } from "@/app/(desk)/desk/settings/paper/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SeenVersion } from "@/components/forms/seen-version";
import { Select } from "@/components/forms/select";
import { TextArea } from "@/components/forms/text-area";
import { languageCodes, languages } from "@/db/vocabulary";
import { correctionPlaces, type PaperSettings, paperNames } from "@/lib/settings/paper";

const languageNames = Object.fromEntries(languageCodes.map((code) => [code, languages[code].name]));

/** What the paper says of itself: all of it is saved at once. */
export function PaperForm({ paper, version, timeZones }: { paper: PaperSettings; version: number; timeZones: readonly string[] }) {
  return (
    <ActionForm action={changePaperAction} className="stack" label="The paper">
      {({ failure, typed }) => {
        const stands = (name: "name" | "tagline" | "description" | "timeZone") => ({ id: `paper-${name}`, name, className: "input", defaultValue: typed[name] ?? paper[name], error: failure?.fields?.[name] });
        return (
          <>
            <SeenVersion typed={typed} version={version} />
            <Field {...stands("name")} label={paperNames.name} help="It stands at the top of every page." required maxLength={80} />
            <Field {...stands("tagline")} label={paperNames.tagline} help="A few words beside the name, or none." maxLength={120} />
            <TextArea {...stands("description")} label={paperNames.description} help="One or two sentences. Search engines and feeds show them." rows={3} maxLength={300} />
            <div className="field">
              <label htmlFor="paper-language">{paperNames.language}</label>
              <Select id="paper-language" name="language" names={languageNames} defaultValue={typed.language ?? paper.language} aria-describedby="paper-language-help" />
              <span className="help" id="paper-language-help">
                Of its menus, dates and messages. A story keeps the language that it is written in.
              </span>
            </div>
            <Field {...stands("timeZone")} label={paperNames.timeZone} help="Every time on the site is told in it, as in Europe/Copenhagen." list="time-zones" required autoCapitalize="off" spellCheck={false} />
            <datalist id="time-zones">
              {timeZones.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            <TextArea id="paper-imprint" name="imprint" label={paperNames.imprint} help="Who answers for the paper, and where: in the foot of every page, line by line." rows={5} defaultValue={typed.imprint ?? paper.imprint.join("\n")} error={Object.entries(failure?.fields ?? {}).find(([field]) => field.startsWith("imprint"))?.[1]} />
            <div className="field">
              <label htmlFor="paper-corrections">Corrections stand</label>
              <Select id="paper-corrections" name="correctionsAt" names={correctionPlaces} defaultValue={typed.correctionsAt ?? paper.correctionsAt} aria-describedby="paper-corrections-help" />
              <span className="help" id="paper-corrections-help">
                On the pages of stories, in print and in feeds. What your policy of corrections promises.
              </span>
            </div>
            <button className="btn first" type="submit">
              Save the paper
            </button>
          </>
        );
      }}
    </ActionForm>
  );
}
