"use client";

import { ActionForm, type FormState } from "@/components/forms/action-form";
import { SeenVersion } from "@/components/forms/seen-version";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState>; label: string; name: string; on: boolean; version: number; /** What the switch does. */ says: string; /** What is otherwise. */ without: string };

/** A setting of one switch. */
export function SwitchForm({ action, label, name, on, version, says, without }: Props) {
  return (
    <ActionForm action={action} className="stack" label={label}>
      {({ failure, typed }) => (
        <>
          <SeenVersion typed={typed} version={version} />
          <label className="choice">
            <input key={String(on)} type="checkbox" name={name} defaultChecked={failure ? typed[name] === "on" : on} /> <b>{says}</b>
            <span>{without}</span>
          </label>
          <button className="btn first" type="submit">
            Save
          </button>
        </>
      )}
    </ActionForm>
  );
}
