"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { announcing, HereNow } from "@/components/desk/editor/here-now";
import { useShared } from "@/components/desk/editor/shared";
import { Icon } from "@/components/desk/icon";
import { bylineRoleNames, bylineRoles, type BylineRole } from "@/db/vocabulary";
import type { Byline } from "@/lib/content/document";
import { fieldLimits } from "@/lib/content/limits";
import { savedPart } from "@/lib/content/line-edit";
import { addOnce, bylineMeaning, distinct, moveBefore, takeOut } from "@/lib/content/shared-lists";
import { singleLine } from "@/lib/kernel/text";

type Props = { connection: StoryConnection; people: readonly { id: string; name: string }[]; disabled: boolean };

/** Who signs the story, in order, each with a role: people of the paper and guests. */
export function Bylines({ connection, people, disabled }: Props) {
  const list = connection.doc.getArray<Byline>("bylines");
  const bylines = useShared(list, () => distinct(list.toArray(), bylineMeaning));
  const [adding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);

  const move = (from: number, by: -1 | 1, pressed: HTMLElement) => {
    const byline = bylines[from];
    if (!byline || !bylines[from + by]) return;
    flushSync(() => moveBefore(list, byline, bylines[by < 0 ? from - 1 : from + 2] ?? null, bylineMeaning));
    // What changes its place on the page loses the focus.
    pressed.focus();
  };
  const doneAdding = () => {
    flushSync(() => setAdding(false));
    addButton.current?.focus();
  };

  return (
    <div className="line bys" data-name="Bylines" {...announcing(connection, "bylines")}>
      {bylines.map((byline, index) => (
        <span className="byline" key={bylineMeaning(byline)}>
          <span className="role">{bylineRoleNames[byline.role]}</span> <b dir="auto">{byline.name}</b>
          {!disabled && (
            <>
              <button className="link" type="button" aria-label={`Move ${byline.name} up`} aria-disabled={index === 0} onClick={(event) => move(index, -1, event.currentTarget)}>
                <Icon name="up" />
              </button>
              <button className="link" type="button" aria-label={`Move ${byline.name} down`} aria-disabled={index === bylines.length - 1} onClick={(event) => move(index, 1, event.currentTarget)}>
                <Icon name="down" />
              </button>
              <button className="link" type="button" aria-label={`Remove ${byline.name}`} onClick={() => {
                  flushSync(() => takeOut(list, byline, bylineMeaning));
                  addButton.current?.focus();
                }}>
                <Icon name="remove" />
              </button>
            </>
          )}
        </span>
      ))}
      {!disabled && !adding && bylines.length < fieldLimits.bylines && (
        <button className="link" type="button" ref={addButton} data-first-of="bylines" onClick={() => setAdding(true)}>
          Add byline
        </button>
      )}
      {adding && (
        <AddByline
          people={people}
          close={doneAdding}
          add={(byline) => {
            addOnce(list, byline, bylineMeaning);
            doneAdding();
          }}
        />
      )}
      <HereNow connection={connection} field="bylines" label="Bylines" />
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
        const guest = savedPart(singleLine(name), fieldLimits.name);
        if (guest) add({ role, personId: known?.id ?? null, name: known?.name ?? guest });
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
