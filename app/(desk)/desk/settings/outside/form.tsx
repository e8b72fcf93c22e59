"use client";

import { changeOutsideAction } from "@/app/(desk)/desk/settings/outside/actions";
import { ActionForm } from "@/components/forms/action-form";

/** The one switch; off, whoever asks is told so. */
export function OutsideForm({ fetches }: { fetches: boolean }) {
  return (
    <ActionForm action={changeOutsideAction} className="stack" label="Outside addresses">
      {() => (
        <>
          <label className="choice">
            <input key={String(fetches)} type="checkbox" name="fetches" defaultChecked={fetches} /> <b>Fetch from outside addresses</b>
            <span>Without it nothing is asked: links are not checked, pictures are uploaded by hand, embeds show their description and a link.</span>
          </label>
          <button className="btn first" type="submit">
            Save
          </button>
        </>
      )}
    </ActionForm>
  );
}
