"use client";

import type { StoryConnection } from "@/components/desk/editor/connection";
import { announcing, HereNow } from "@/components/desk/editor/here-now";
import { useShared } from "@/components/desk/editor/shared";
import { TextLine } from "@/components/desk/editor/text-line";
import { claimantKinds, verdicts } from "@/db/vocabulary";
import { fieldLimits } from "@/lib/content/limits";

type Props = { connection: StoryConnection; disabled: boolean };

/** What a fact check is about: the claim, who made it, and what was found. */
export function ClaimFields({ connection, disabled }: Props) {
  return (
    <>
      <div className="field slug-field">
        <span className="lab">Claim</span>
        <TextLine connection={connection} name="claim" label="Claim" limit={fieldLimits.claim} className="plainline" disabled={disabled} placeholder="What was claimed, in a sentence" />
      </div>
      <div className="field slug-field">
        <span className="lab">Who claims it</span>
        <TextLine connection={connection} name="claimant" label="Who claims it" limit={fieldLimits.claimant} className="plainline" disabled={disabled} placeholder="A name, as readers see it" />
      </div>
      <Chosen connection={connection} disabled={disabled} field="claimantKind" label="That is" options={claimantKinds} />
      <Chosen connection={connection} disabled={disabled} field="verdict" label="Verdict" options={verdictNames} />
    </>
  );
}

const verdictNames = Object.fromEntries(Object.entries(verdicts).map(([code, { name }]) => [code, name]));

function Chosen({ connection, disabled, field, label, options }: Props & { field: "claimantKind" | "verdict"; label: string; options: Readonly<Record<string, string>> }) {
  const settings = connection.doc.getMap<string | null>("settings");
  const chosen = useShared(settings, () => settings.get(field) ?? "");
  return (
    <div className="field">
      <label htmlFor={field}>{label}</label>
      <select id={field} className="input" value={chosen} disabled={disabled} onChange={(event) => settings.set(field, event.target.value || null)} {...announcing(connection, field)}>
        <option value="">Choose…</option>
        {Object.entries(options).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <HereNow connection={connection} field={field} label={label} />
    </div>
  );
}
