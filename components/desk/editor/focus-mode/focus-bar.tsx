"use client";

import { Icon } from "@/components/desk/icon";
import { keys, spokenKeys } from "@/components/desk/editor/menus/shortcuts";

/** All that is left of the bar while nothing but the text is shown, beside the state of saving: a way out, and the dimming. */
export function FocusBar({ dims, dim, leave }: { dims: boolean; dim: (on: boolean) => void; leave: () => void }) {
  return (
    <>
      <button className="btn plain" type="button" aria-pressed={dims} onClick={() => dim(!dims)}>
        Dim the rest
      </button>
      <button className="btn plain" type="button" title={`Escape, or ${spokenKeys(keys.focus)}`} onClick={leave}>
        <Icon name="focus" />
        Leave focus
      </button>
    </>
  );
}
