"use client";

import { useState } from "react";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { useShared } from "@/components/desk/editor/shared";
import { Icon } from "@/components/desk/icon";
import { bylineRoleNames, bylineRoles, type BylineRole } from "@/db/vocabulary";
import { type Byline, fieldLimits } from "@/lib/content/document";

type Props = { connection: StoryConnection; people: readonly { id: string; name: string }[]; disabled: boolean };

/** Who signs the story, in order, each with a role: people of the paper and guests. */
export function Bylines({ connection, people, disabled }: Props) {
  const list = connection.doc.getArray<Byline>("bylines");
  const bylines = useShared(list, () => list.toArray());
  const [adding, setAdding] = useState(false);

  const move = (from: number, to: number) => {
    const byline = bylines[from];
    if (!byline || to < 0 || to >= bylines.length) return;
    connection.doc.transact(() => {
      list.delete(from, 1);
      list.insert(to, [byline]);
    });
  };

  return (
    <div className="line bys" data-name="Bylines">
      {bylines.map((byline, index) => (
        <span className="byline" key={`${byline.role}-${byline.name}-${byline.personId}`}>
          <span className="role">{bylineRoleNames[byline.role]}</span> <b dir="auto">{byline.name}</b>
          {!disabled && (
            <>
              <button className="link" type="button" aria-label={`Move ${byline.name} up`} disabled={index === 0} onClick={() => move(index, index - 1)}>
                <Icon name="up" />
              </button>
              <button className="link" type="button" aria-label={`Move ${byline.name} down`} disabled={index === bylines.length - 1} onClick={() => move(index, index + 1)}>
                <Icon name="down" />
              </button>
              <button className="link" type="button" aria-label={`Remove ${byline.name}`} onClick={() => list.delete(index, 1)}>
                <Icon name="remove" />
              </button>
            </>
          )}
        </span>
      ))}
      {!disabled && !adding && bylines.length < fieldLimits.bylines && (
        <button className="link" type="button" onClick={() => setAdding(true)}>
          Add byline
        </button>
      )}
      {adding && (
        <AddByline
          people={people}
          close={() => setAdding(false)}
          add={(byline) => {
            list.push([byline]);
            setAdding(false);
          }}
        />
      )}
    </div>
  );
}

function AddByline({ people, add, close }: { people: Props["people"]; add: (byline: Byline) => void; close: () => void }) {
  const [role, setRole] = useState<BylineRole>("by");
  const [name, setName] = useState("");
  const known = people.find((person) => person.name.toLowerCase() === name.trim().toLowerCase());
  return (
    <form
      className="small-form"
      aria-label="Add byline"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) add({ role, personId: known?.id ?? null, name: known?.name ?? name.trim().slice(0, fieldLimits.name) });
      }}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <select className="input" aria-label="Byline role" value={role} onChange={(event) => setRole(event.target.value as BylineRole)}>
        {bylineRoles.map((one) => (
          <option key={one} value={one}>
            {bylineRoleNames[one]}
          </option>
        ))}
      </select>
      {/* biome-ignore lint/a11y/noAutofocus: the form was opened to type here. */}
      <input className="input" list="byline-people" aria-label="Byline name" value={name} maxLength={fieldLimits.name} onChange={(event) => setName(event.target.value)} autoFocus />
      <datalist id="byline-people">
        {people.map((person) => (
          <option key={person.id} value={person.name} />
        ))}
      </datalist>
      <button className="btn" type="submit">
        Add
      </button>
      <button className="btn plain" type="button" onClick={close}>
        Cancel
      </button>
      <span className="faint">{name.trim() && !known ? "A guest: not on the staff." : ""}</span>
    </form>
  );
}
