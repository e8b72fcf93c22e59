import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import type { NotePerson } from "@/lib/notes/views";

/** Who is named in a text with an @. Of two names of which one begins the other, the longer one is meant. */
export function namedIn(text: string, colleagues: readonly NotePerson[]): string[] {
  let rest = text;
  return [...colleagues]
    .sort((one, other) => other.name.length - one.name.length)
    .filter(({ name }) => {
      const parts = rest.split(`@${name}`);
      rest = parts.join(" ");
      return parts.length > 1;
    })
    .map(({ id }) => id);
}

type Props = {
  label: string;
  says: string;
  colleagues: readonly NotePerson[];
  initial?: string;
  /** Sends it; a sentence where that failed: what was typed stays. */
  send: (body: string, mentions: string[]) => Promise<string | null>;
  cancel?: () => void;
  autoFocus?: boolean;
  /** What it says where nothing was written, since the rest says enough. */
  unsaid?: string | undefined;
  children?: ReactNode;
};

/** Where a note is written: plain text, with colleagues named from a list or typed behind an @. Ctrl or ⌘ with Enter sends. */
export function NoteText({ label, says, colleagues, initial = "", send, cancel, autoFocus, unsaid = "", children }: Props) {
  const id = useId();
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const submit = async () => {
    if (sending) return;
    const body = text.trim() === "" ? unsaid : text;
    if (body === "") {
      setProblem("Write what the note should say.");
      area.current?.focus();
      return;
    }
    setSending(true);
    const failed = await send(body, namedIn(body, colleagues));
    setSending(false);
    setProblem(failed);
    if (failed === null) setText("");
  };
  const name = (person: string) => {
    const [at, behind] = [area.current?.selectionStart ?? text.length, area.current?.selectionEnd ?? text.length];
    const before = text.slice(0, at).replace(/@$/, "");
    const put = `${before && !/\s$/.test(before) ? " " : ""}@${person} `;
    setText(before + put + text.slice(behind));
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(before.length + put.length, before.length + put.length);
    });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    } else if (event.key === "Escape" && cancel) {
      event.stopPropagation();
      cancel();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field within, heard on the whole form.
    <div className="note-form" onKeyDown={press}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {/* biome-ignore lint/a11y/noAutofocus: somebody has just asked for it. */}
      <textarea className="input" id={id} ref={area} rows={3} maxLength={4000} value={text} autoFocus={autoFocus} onChange={(event) => setText(event.target.value)} aria-invalid={problem !== null || undefined} aria-describedby={problem ? `${id}-problem` : undefined} />
      {problem && (
        <p className="problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      {children}
      <div className="acts">
        <button className="btn" type="button" aria-disabled={sending || undefined} onClick={() => void submit()}>
          {says}
        </button>
        <select className="input" aria-label="Name a colleague" value="" onChange={(event) => event.target.value && name(event.target.value)}>
          <option value="">@ Name…</option>
          {colleagues.map((one) => (
            <option key={one.id} value={one.name}>
              {one.name}
            </option>
          ))}
        </select>
        {cancel && (
          <button className="link" type="button" onClick={cancel}>
            Cancel
          </button>
        )}
      </div>
    </div>
  );
}
