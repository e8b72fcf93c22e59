import type { Editor } from "@tiptap/core";
import { useId, useLayoutEffect, useRef, useState } from "react";
import { blockHere, chosenWords, type NewAnchor } from "@/components/desk/editor/notes/note-places";
import { NoteText } from "@/components/desk/editor/notes/note-text";
import { aboutInWords, AudienceChoice } from "@/components/desk/editor/notes/one-note";
import type { NoteAudience } from "@/db/vocabulary";
import { fieldNames } from "@/lib/comparison/names";
import { noteLimits } from "@/lib/notes/note";

const keysOfFields = Object.keys(fieldNames) as (keyof typeof fieldNames)[];

/** What the server is told of a place. */
export function asInput(anchor: NewAnchor): object {
  if (anchor.kind === "block") return { kind: "block", blockId: anchor.blockId };
  return anchor.kind === "text" ? { ...anchor, quote: anchor.quote.slice(0, noteLimits.quote) } : anchor;
}

type NewNoteProps = { editor: Editor; /** How often other words for the chosen ones were asked for; less than nothing where this note was begun without. */ suggests: number; draft: NewAnchor; choose: (anchor: NewAnchor) => void; colleagues: { id: string; name: string }[]; cancel: () => void; send: (input: Record<string, unknown>) => Promise<string | null> };

/** A note that is being written: what it is about, what it says, who may read it, and whether it stops publishing. */
export function NewNote({ editor, suggests, draft, choose, colleagues, cancel, send }: NewNoteProps) {
  const id = useId();
  const [blocking, setBlocking] = useState(false);
  const [audience, setAudience] = useState<NoteAudience>("newsroom");
  const [assignee, setAssignee] = useState("");
  const canSuggest = draft.kind === "text" && draft.pieces.length === 1 && draft.quote.length < noteLimits.quote;
  const [suggestion, setSuggestion] = useState<string | null>(null);
  const heard = useRef(0);
  // Before it is drawn: the focus goes there.
  useLayoutEffect(() => {
    if (suggests <= heard.current) return;
    heard.current = suggests;
    if (canSuggest) setSuggestion((now) => now ?? draft.quote);
  }, [suggests, canSuggest, draft]);
  const words = draft.kind === "text" ? draft : chosenWords(editor.state);
  const block = draft.kind === "block" ? draft : blockHere(editor.state);
  const value = draft.kind === "field" ? `field:${draft.field}` : draft.kind;
  const anchorOf = (chosenValue: string): NewAnchor => {
    if (chosenValue === "text" && words) return words;
    if (chosenValue === "block" && block) return block;
    return chosenValue.startsWith("field:") ? { kind: "field", field: chosenValue.slice("field:".length) } : { kind: "story" };
  };
  return (
    <div className="note-form" id="new-note">
      <label htmlFor={`${id}-about`}>About</label>
      <select className="input" id={`${id}-about`} value={value} onChange={(event) => choose(anchorOf(event.target.value))}>
        {words && <option value="text">{aboutInWords({ kind: "text", field: null, quote: words.quote })}</option>}
        {block && <option value="block">{aboutInWords({ kind: "block", field: null, quote: block.words })}</option>}
        <option value="story">The whole story</option>
        {keysOfFields.map((name) => (
          <option key={name} value={`field:${name}`}>
            The {fieldNames[name]}
          </option>
        ))}
      </select>
      <NoteText
        label="Note"
        says="Add"
        colleagues={colleagues}
        autoFocus
        unsaid={canSuggest && suggestion !== null ? "Better so?" : undefined}
        cancel={cancel}
        send={(body, mentions) => send({ anchor: asInput(draft), body, mentions, blocking, audience, assigneeId: assignee || null, suggestion: canSuggest ? suggestion : null })}
      >
        {canSuggest && (
          <>
            <label className="flag">
              <input type="checkbox" checked={suggestion !== null} onChange={(event) => setSuggestion(event.target.checked ? draft.quote : null)} />
              Suggest an edit
            </label>
            {suggestion !== null && (
              <>
                <label htmlFor={`${id}-instead`}>Instead of these words</label>
                <textarea className="input" id={`${id}-instead`} dir="auto" rows={2} maxLength={noteLimits.suggestion} value={suggestion} placeholder="Nothing: take them out" onChange={(event) => setSuggestion(event.target.value)} />
              </>
            )}
          </>
        )}
        <label className="flag">
          <input type="checkbox" checked={blocking} onChange={(event) => setBlocking(event.target.checked)} />
          Blocks publishing until it is resolved
        </label>
        <label htmlFor={`${id}-who`}>Who may read it</label>
        <AudienceChoice id={`${id}-who`} value={audience} choose={setAudience} />
        <label htmlFor={`${id}-for`}>Given to</label>
        <select className="input" id={`${id}-for`} value={assignee} onChange={(event) => setAssignee(event.target.value)}>
          <option value="">Nobody</option>
          {colleagues.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </NoteText>
    </div>
  );
}
