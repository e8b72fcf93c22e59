"use client";

import { useEffect, useRef, useState } from "react";
import { changeBrandingAction } from "@/app/(desk)/desk/settings/branding/actions";
import { ColourField } from "@/components/desk/branding/colour-field";
import { draftOf, type LookDraft, savedDraft } from "@/components/desk/branding/draft";
import { LookFrames } from "@/components/desk/branding/look-frames";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SeenVersion } from "@/components/forms/seen-version";
import { Select } from "@/components/forms/select";
import { TextArea } from "@/components/forms/text-area";
import { mostOfADrawingInWords } from "@/lib/settings/drawings";
import { type Branding, linksAsText, lookNames, mastheadStyles, pairings } from "@/lib/settings/branding";

/** How the paper looks: all of it is saved at once, and stands beside the form as it would be. */
export function BrandingForm({ name, branding, version }: { name: string; branding: Branding; version: number }) {
  const [draft, setDraft] = useState<LookDraft>(() => savedDraft(branding));
  const place = useRef<HTMLDivElement>(null);
  const asked = useRef(0);
  const follow = async () => {
    const form = place.current?.querySelector("form");
    if (!form) return;
    // A drawing takes its time to be read: what was typed meanwhile is newer.
    const turn = ++asked.current;
    const read = await draftOf(new FormData(form), branding);
    if (turn === asked.current) setDraft(read);
  };
  // After a save what stands in the form means something else: a drawing that stays is the new one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is read anew for what is saved, not for how it is read.
  useEffect(() => void follow(), [branding]);
  return (
    <div className="look" ref={place} onInput={follow} onReset={() => setTimeout(follow)}>
      <ActionForm action={changeBrandingAction} className="stack" label="Look">
        {({ failure, typed }) => {
          const wrong = failure?.fields ?? {};
          const links = (field: "social" | "menu" | "foot") => ({ id: `look-${field}`, name: field, rows: 3, spellCheck: false, defaultValue: typed[field] ?? linksAsText(branding[field]), error: wrong[field] });
          const drawing = (field: "drawingLight" | "drawingDark") => ({ id: `look-${field}`, name: field, type: "file", accept: "image/svg+xml,.svg", className: "input", error: wrong[field] });
          const ticked = (field: string, stands: boolean) => (failure ? typed[field] === "on" : stands);
          return (
            <>
              <SeenVersion typed={typed} version={version} />
              <ColourField light="light" label={lookNames.accentLight} name="accentLight" typed={typed.accentLight ?? branding.accentLight ?? ""} now={draft.typedLight} error={wrong.accentLight} />
              <ColourField light="dark" label={lookNames.accentDark} name="accentDark" typed={typed.accentDark ?? branding.accentDark ?? ""} now={draft.typedDark} error={wrong.accentDark} />
              <div className="field">
                <label htmlFor="look-masthead">{lookNames.masthead}</label>
                <Select id="look-masthead" name="masthead" names={mastheadStyles} defaultValue={typed.masthead ?? branding.masthead} />
              </div>
              <label className="choice">
                <input key={String(branding.mastheadInAccent)} type="checkbox" name="mastheadInAccent" defaultChecked={ticked("mastheadInAccent", branding.mastheadInAccent)} /> <b>{lookNames.mastheadInAccent}</b>
              </label>
              <Field {...drawing("drawingLight")} label={lookNames.drawingLight} help={`It takes the place of the letters; machines and screen readers still have the name. At most ${mostOfADrawingInWords}, text turned into paths.`} />
              {typed.drawingLightKept && <Kept name="drawingLightKept" source={typed.drawingLightKept} label="Use the drawing that you chose" />}
              {branding.drawingLight && <Gone name="drawingLightGone" label="Take the drawing away" ticked={ticked("drawingLightGone", false)} />}
              <Field {...drawing("drawingDark")} label={lookNames.drawingDark} help="Without one, dark pages show the other." />
              {typed.drawingDarkKept && <Kept name="drawingDarkKept" source={typed.drawingDarkKept} label="Use the dark drawing that you chose" />}
              {branding.drawingDark && <Gone name="drawingDarkGone" label="Take the dark drawing away" ticked={ticked("drawingDarkGone", false)} />}
              <div className="field">
                <label htmlFor="look-pairing">{lookNames.pairing}</label>
                <Select id="look-pairing" name="pairing" names={pairings} defaultValue={typed.pairing ?? branding.pairing} aria-describedby="look-pairing-help" />
                <span className="help" id="look-pairing-help">
                  Arabic and Persian text keeps its own.
                </span>
              </div>
              <TextArea {...links("social")} label={lookNames.social} help="One a line: Mastodon | https://… They stand in the foot, and search engines are told that they are yours." />
              <TextArea {...links("menu")} label={lookNames.menu} help="After the sections, one a line: Shop | https://… or Jobs | /about/jobs" />
              <TextArea {...links("foot")} label={lookNames.foot} help="The same, after the pages about the paper." />
              <button className="btn first" type="submit">
                Save the look
              </button>
            </>
          );
        }}
      </ActionForm>
      <LookFrames name={name} saved={branding} draft={draft} />
    </div>
  );
}

function Gone({ name, label, ticked }: { name: string; label: string; ticked: boolean }) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} defaultChecked={ticked} /> <b>{label}</b>
    </label>
  );
}

/** A drawing that was chosen when the form was sent before: it goes along again, unless it is unticked or another is chosen. */
function Kept({ name, source, label }: { name: string; source: string; label: string }) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} value={source} defaultChecked /> <b>{label}</b>
    </label>
  );
}
