import { useId, useState } from "react";
import type { Answer } from "@/components/desk/editor/api";
import { NoteText } from "@/components/desk/editor/notes/note-text";
import { spokenTime } from "@/components/desk/editor/times";
import { Icon } from "@/components/desk/icon";
import { Who } from "@/components/desk/who";
import type { NoteAudience, SuggestionVerdict } from "@/db/vocabulary";
import { fieldNames } from "@/lib/comparison/names";
import { noteAudiences } from "@/lib/notes/audiences";
import type { NoteMessageView, NotePerson, NoteView } from "@/lib/notes/views";

export type Send = (verb: string, input: Record<string, unknown>) => Promise<Answer<{ id?: string }>>;

/** What a note is about, in words. */
export function aboutInWords({ kind, field, quote }: Pick<NoteView, "kind" | "field" | "quote">): string {
  if (kind === "story") return "The whole story";
  if (kind === "field") return `The ${fieldNames[field as keyof typeof fieldNames] ?? "field"}`;
  return kind === "block" ? `The block ${quote ? `“${quote}”` : "without words"}` : `“${quote}”`;
}

type Props = {
  note: NoteView;
  isHere: boolean;
  /** Nothing can be written just now. */
  disabled: boolean;
  colleagues: readonly NotePerson[];
  timeZone: string;
  me: string;
  send: Send;
  /** Says something politely, in the panel's own voice. */
  say: (words: string) => void;
  /** Null where it stands nowhere. */
  goTo: (() => void) | null;
  /** Attaches it to what is chosen in the text now. */
  attachHere: () => Promise<void>;
};

/** One thread: what it is about, what was said, and what can be done with it. */
export function OneNote({ note, isHere, disabled, colleagues, timeZone, me, send, say, goTo, attachHere }: Props) {
  const id = useId();
  const [open, setOpen] = useState<"answer" | "change" | string | null>(null);
  const done = async (verb: string, words: string, input: Record<string, unknown> = {}) => {
    const answer = await send(verb, { noteId: note.id, ...input });
    say("value" in answer ? words : answer.failure.message);
    return "value" in answer ? null : answer.failure.message;
  };
  const about = aboutInWords(note);
  const isOver = note.status === "resolved";
  return (
    <article className="thread" id={`note-${note.id}`} tabIndex={-1} aria-current={isHere || undefined} aria-label={`Note on ${about}, by ${note.messages[0]?.by.name ?? "somebody"}`}>
      {(note.blocking || note.audience !== "newsroom" || isOver || note.fresh || note.assignee) && (
        <p className="flagline">
          {note.blocking && !isOver && (
            <span className="stops">
              <Icon name="stop" />
              Blocks publishing
            </span>
          )}
          {note.audience !== "newsroom" && <span>{noteAudiences[note.audience].name} only</span>}
          {note.assignee && <span>For {note.assignee.id === me ? "you" : note.assignee.name}</span>}
          {note.fresh && <span>New</span>}
          {note.resolved && (
            <span>
              Resolved by {note.resolved.by} {spokenTime(note.resolved.at, timeZone)}
            </span>
          )}
        </p>
      )}
      {goTo ? (
        <button className="about" type="button" aria-label={`Show: ${about}`} title={about} onClick={goTo}>
          {about}
        </button>
      ) : (
        <p className="about" title={about}>
          {about}
        </p>
      )}
      {note.suggestion && <Suggestion suggestion={note.suggestion} canSettle={!disabled && !isOver} settle={(verdict) => void done("settle-suggestion", verdict === "applied" ? "It stands in the text now." : "Dismissed.", { verdict })} />}
      {note.messages.map((message) => (
        <Message key={message.id} message={message} me={me} timeZone={timeZone} isEdited={open === message.id} edit={() => setOpen(message.id)} close={() => setOpen(null)} colleagues={colleagues} disabled={disabled} save={async (body, mentions) => {
          const failed = await done("edit-note", "Changed.", { messageId: message.id, body, mentions });
          if (failed === null) setOpen(null);
          return failed;
        }} />
      ))}
      {!disabled && (
        <div className="acts">
          {!isOver && (
            <button className="link" type="button" aria-expanded={open === "answer"} onClick={() => setOpen(open === "answer" ? null : "answer")}>
              Answer
            </button>
          )}
          {isOver ? (
            <button className="link" type="button" onClick={() => void done("reopen-note", "The note is open again.")}>
              Reopen
            </button>
          ) : (
            note.can.resolve && (
              <button className="link" type="button" onClick={() => void done("resolve-note", "The note is resolved.")}>
                Resolve
              </button>
            )
          )}
          {!isOver && (
            <button className="link" type="button" aria-expanded={open === "change"} aria-controls={`${id}-change`} onClick={() => setOpen(open === "change" ? null : "change")}>
              More
            </button>
          )}
          {note.status === "orphaned" && (
            <>
              {note.kind === "text" && (
                <button className="link" type="button" onClick={() => void done("move-note", "The note is back at its words.")}>
                  Find its words
                </button>
              )}
              <button className="link" type="button" onClick={() => void attachHere()}>
                Attach to what is chosen
              </button>
            </>
          )}
        </div>
      )}
      {open === "answer" && !disabled && (
        <NoteText label="Your answer" says="Answer" colleagues={colleagues} autoFocus cancel={() => setOpen(null)} send={async (body, mentions) => {
          const failed = await done("answer-note", "Answered.", { body, mentions });
          if (failed === null) setOpen(null);
          return failed;
        }} />
      )}
      {open === "change" && !disabled && (
        <div className="note-form" id={`${id}-change`}>
          <label className="flag">
            <input type="checkbox" checked={note.blocking} aria-disabled={(note.blocking && !note.can.change) || undefined} onChange={(event) => void done("change-note", event.target.checked ? "The note stops publishing now." : "The note stops nothing any more.", { blocking: event.target.checked })} />
            Blocks publishing until it is resolved
          </label>
          <label htmlFor={`${id}-for`}>Given to</label>
          <select className="input" id={`${id}-for`} value={note.assignee?.id ?? ""} onChange={(event) => void done("change-note", "Given.", { assigneeId: event.target.value || null })}>
            <option value="">Nobody</option>
            {colleagues.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
          {note.can.change && (
            <>
              <label htmlFor={`${id}-who`}>Who may read it</label>
              <AudienceChoice id={`${id}-who`} value={note.audience} choose={(audience) => void done("change-note", "Changed.", { audience })} />
            </>
          )}
        </div>
      )}
    </article>
  );
}

/** Other words for those that the note is about, and the two answers to that. */
function Suggestion({ suggestion: { from, to, settled }, canSettle, settle }: { suggestion: NonNullable<NoteView["suggestion"]>; canSettle: boolean; settle: (verdict: SuggestionVerdict) => void }) {
  return (
    <div className="suggestion">
      <p dir="auto">
        <del>
          <span className="hidden">Instead of: </span>
          {from}
        </del>{" "}
        <ins>
          <span className="hidden">put: </span>
          {to || <span className="quiet">nothing</span>}
        </ins>
      </p>
      {settled && <p className="quiet">{settled === "applied" ? "Applied" : "Dismissed"}</p>}
      {!settled && canSettle && (
        <p className="acts">
          <button className="btn small" type="button" onClick={() => settle("applied")}>
            Apply
          </button>
          <button className="btn plain small" type="button" onClick={() => settle("dismissed")}>
            Dismiss
          </button>
        </p>
      )}
    </div>
  );
}

/** Who may read a note, with who that is. */
export function AudienceChoice({ id, value, choose }: { id: string; value: NoteAudience; choose: (audience: NoteAudience) => void }) {
  return (
    <select className="input" id={id} value={value} onChange={(event) => choose(event.target.value as NoteAudience)}>
      {(Object.keys(noteAudiences) as NoteAudience[]).map((code) => (
        <option key={code} value={code}>
          {noteAudiences[code].name}: {noteAudiences[code].who}
        </option>
      ))}
    </select>
  );
}

type MessageProps = { message: NoteMessageView; me: string; timeZone: string; isEdited: boolean; edit: () => void; close: () => void; colleagues: readonly NotePerson[]; disabled: boolean; save: (body: string, mentions: string[]) => Promise<string | null> };

function Message({ message, me, timeZone, isEdited, edit, close, colleagues, disabled, save }: MessageProps) {
  return (
    <div className="msg">
      <Who name={message.by.name} />
      <span>
        <b>{message.by.id === me ? "You" : message.by.name}</b>{" "}
        <span className="when">
          {spokenTime(message.at, timeZone)}
          {message.edited && ", edited"}
        </span>
      </span>
      {isEdited && !disabled ? <NoteText label="Your words" says="Save" colleagues={colleagues} initial={message.body} autoFocus cancel={close} send={save} /> : <p dir="auto">{withNames(message)}</p>}
      {message.canEdit && !disabled && !isEdited && (
        <p>
          <button className="link" type="button" onClick={edit}>
            Edit
          </button>
        </p>
      )}
    </div>
  );
}

/** The text with the people who are named in it told apart. */
function withNames({ body, mentions }: NoteMessageView) {
  if (mentions.length === 0) return body;
  const names = mentions.map(({ name }) => `@${name}`).sort((one, other) => other.length - one.length);
  const parts = body.split(new RegExp(`(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`));
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing else.
  return parts.map((part, at) => (names.includes(part) ? <span className="at" key={at}>{part}</span> : part));
}
