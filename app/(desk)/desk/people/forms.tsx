"use client";

import { inviteAction, personAction } from "@/app/(desk)/desk/people/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { Select } from "@/components/forms/select";
import { roleNames } from "@/db/vocabulary";
import type { PersonRow } from "@/lib/people/reads/people";

export function InviteForm() {
  return (
    <ActionForm action={inviteAction} className="stack row-form" label="Invite somebody">
      {({ failure, typed, link }) => (
        <>
          <Field id="name" name="name" label="Name" className="input" required defaultValue={typed.name ?? ""} error={failure?.fields?.name} key={link} />
          <Field id="email" name="email" label="Email" className="input" type="email" required defaultValue={typed.email ?? ""} error={failure?.fields?.email} />
          <div className="field">
            <label htmlFor="invite-role">As</label>
            <Select id="invite-role" name="role" names={roleNames} defaultValue={typed.role ?? "contributor"} aria-label="Role of the new person" />
          </div>
          <button className="btn first" type="submit">
            Invite
          </button>
        </>
      )}
    </ActionForm>
  );
}

export function PersonControls({ person }: { person: PersonRow }) {
  return (
    <>
      <td>
        <ActionForm action={personAction}>
          {() => (
            <>
              <input type="hidden" name="personId" value={person.id} />
              <Select id={`role-${person.id}`} name="role" names={roleNames} defaultValue={person.role} aria-label="Role" />
              <button className="btn" name="verb" value="role" type="submit">
                Change role
              </button>
            </>
          )}
        </ActionForm>
      </td>
      <td>
        <ActionForm action={personAction}>
          {() => (
            <>
              <input type="hidden" name="personId" value={person.id} />
              <button className="btn" name="verb" value={person.disabled ? "enable" : "disable"} type="submit">
                {person.disabled ? "Enable" : "Disable"}
              </button>
              <button className="btn plain" name="verb" value="reset" type="submit">
                {person.invited ? "New invitation" : "Reset link"}
              </button>
            </>
          )}
        </ActionForm>
      </td>
    </>
  );
}
