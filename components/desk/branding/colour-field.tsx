"use client";

import { useEffect, useRef, useState } from "react";
import { colourOf } from "@/lib/settings/branding";
import { contrast, isReadable, type Light, papers, readableShade, toldRatio } from "@/lib/settings/contrast";

type Props = { light: Light; label: string; name: string; /** What the field begins with. */ typed: string; /** What stands in it now. */ now: string; error: string | undefined };

/** A colour, how well it can be read on the page it is for, and, where it cannot, the nearest shade that can. */
export function ColourField({ light, label, name, typed, now, error: said }: Props) {
  const field = useRef<HTMLInputElement>(null);
  // What only hands over to the field would be, without scripts, a button that does nothing.
  const [scripts, setScripts] = useState(false);
  useEffect(() => setScripts(true), []);
  // Without scripts nobody follows the field: what was sent is what stands there.
  const standing = scripts ? now : typed;
  // What was wrong with the colour that was sent says nothing of the one that stands there since.
  const error = standing === typed ? said : undefined;
  const colour = colourOf(standing);
  const put = (value: string) => {
    if (!field.current) return;
    field.current.value = value;
    field.current.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const id = `look-${name}`;
  return (
    <div className="field colour">
      <label htmlFor={id}>{label}</label>
      <div className="colour-row">
        <input ref={field} id={id} name={name} className="input" defaultValue={typed} placeholder="#" dir="ltr" maxLength={20} autoCapitalize="off" autoComplete="off" spellCheck={false} aria-describedby={`${id}-told${error ? ` ${id}-error` : ""}`} aria-invalid={error ? true : undefined} />
        {scripts && <input type="color" aria-label={`Pick a colour for ${light} pages`} value={colour ?? "#808080"} onChange={(event) => put(event.currentTarget.value)} />}
      </div>
      <span className="help" id={`${id}-told`} aria-live="polite">
        {told(standing, colour, light)}
      </span>
      {scripts && colour && !isReadable(colour, light) && (
        <button className="btn" type="button" onClick={() => put(readableShade(colour, light))}>
          <span className="swatch" style={{ background: readableShade(colour, light) }} /> Use {readableShade(colour, light)}
        </button>
      )}
      {error && (
        <span className="problem" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}

function told(now: string, colour: string | null, light: Light): string {
  if (now.trim() === "") return "Six figures, as in #0b5cad. Empty: as the paper comes.";
  if (!colour) return "Six figures, as in #0b5cad.";
  const ratio = `${toldRatio(contrast(colour, papers[light]))} to 1 on the ${light} page`;
  return isReadable(colour, light) ? `${ratio}: easy to read.` : `${ratio}: too faint, letters need 4.5.`;
}
