"use client";

import { changeDevicesAction } from "@/app/(desk)/desk/settings/devices/actions";
import { ActionForm } from "@/components/forms/action-form";
import { SeenVersion } from "@/components/forms/seen-version";

/** The switch for all stories; off, browsers keep nothing. */
export function DevicesForm({ keep, version }: { keep: boolean; version: number }) {
  return (
    <ActionForm action={changeDevicesAction} className="stack" label="Copies on devices">
      {({ failure, typed }) => (
        <>
          <SeenVersion typed={typed} version={version} />
          <label className="choice">
            <input key={String(keep)} type="checkbox" name="keep" defaultChecked={failure ? typed.keep === "on" : keep} /> <b>Keep copies on devices</b>
            <span>Without it, what is typed while the line is down lies in the open tab alone, and is lost with it.</span>
          </label>
          <button className="btn first" type="submit">
            Save
          </button>
        </>
      )}
    </ActionForm>
  );
}
