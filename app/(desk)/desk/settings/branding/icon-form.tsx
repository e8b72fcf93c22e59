"use client";

import { changeIconAction } from "@/app/(desk)/desk/settings/branding/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SeenVersion } from "@/components/forms/seen-version";
import { iconAddress } from "@/lib/settings/branding";

/** The icon of the paper in tabs and bookmarks: a form of its own, since a picture takes its own way. */
export function IconForm({ icon }: { icon: string | null }) {
  return (
    <ActionForm action={changeIconAction} className="stack" label="Icon">
      {({ failure, typed }) => {
        // Where a colleague was faster, the one that she chose is the one to judge.
        const address = iconAddress({ icon: typed.seen === undefined ? icon : typed.seen });
        return (
          <>
            <SeenVersion typed={typed} version={icon ?? ""} />
            {address && <img src={address} width="48" height="48" alt="The icon as it is" />}
            <Field id="look-icon" name="icon" type="file" accept="image/png,image/jpeg,image/webp,image/avif" className="input" label="Icon of the paper" help="For tabs, bookmarks and home screens: a square picture, 192 pixels or more each way, 500 kB at most. It is encoded anew." error={failure?.fields?.icon} />
            {typed.iconKept && (
              <label className="choice">
                <input type="checkbox" name="iconKept" value={typed.iconKept} defaultChecked /> <b>Use the picture that you chose</b>
              </label>
            )}
            {address && (
              <label className="choice">
                <input type="checkbox" name="gone" defaultChecked={failure !== null && typed.gone === "on"} /> <b>Take the icon away</b>
              </label>
            )}
            <button className="btn" type="submit">
              Save the icon
            </button>
          </>
        );
      }}
    </ActionForm>
  );
}
