"use client";

import type { Editor } from "@tiptap/core";
import { type SyntheticEvent, useState } from "react";
import { offeredLanguages, passageLanguage, passageLanguageName } from "@/lib/content/passage-language";

type Props = { editor: Editor; close: () => void };

const offered = offeredLanguages.map((tag) => ({ tag, name: passageLanguageName(tag) })).sort((left, right) => left.name.localeCompare(right.name, "en"));
const another = "another";

/** In which language the chosen words are: one of those offered, or any by its tag. */
export function PassageLanguageForm({ editor, close }: Props) {
  const present = String(editor.getAttributes("lang").code ?? "");
  const isOffered = offered.some(({ tag }) => tag === present);
  const [choice, setChoice] = useState(present && !isOffered ? another : present || "fr");
  const [typed, setTyped] = useState(isOffered ? "" : present);
  const [problem, setProblem] = useState<string | null>(null);
  const done = () => {
    close();
    editor.view.focus();
  };
  const over = () => editor.chain().focus().extendMarkRange("lang");

  function apply(event: SyntheticEvent) {
    event.preventDefault();
    const code = passageLanguage(choice === another ? typed : choice);
    if (!code) return setProblem("This is no tag of a language. Welsh is cy, Brazilian Portuguese pt-BR.");
    if (present) over().setMark("lang", { code }).run();
    else if (editor.state.selection.empty) return setProblem("Choose the words in the text first.");
    else editor.chain().focus().setMark("lang", { code }).run();
    done();
  }

  return (
    <form className="small-form" aria-label="Foreign words" onSubmit={apply} onKeyDown={(event) => (event.key === "Escape" ? done() : event.key === "Enter" && event.target instanceof HTMLSelectElement && apply(event))}>
      <label htmlFor="passage-choice">These words are</label>
      {/* biome-ignore lint/a11y/noAutofocus: the form was opened to choose here. */}
      <select id="passage-choice" className="input" value={choice} onChange={(event) => setChoice(event.target.value)} autoFocus>
        {offered.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
        <option value={another}>Another…</option>
      </select>
      {choice === another && (
        <>
          <label htmlFor="passage-tag">Tag (BCP 47)</label>
          <input id="passage-tag" className="input tag" value={typed} maxLength={20} dir="ltr" autoCapitalize="none" spellCheck={false} placeholder="cy, pt-BR" aria-invalid={problem !== null || undefined} aria-describedby={problem ? "passage-problem" : undefined} onChange={(event) => setTyped(event.target.value)} />
        </>
      )}
      <button className="btn" type="submit">
        Apply
      </button>
      <button className="btn plain" type="button" onClick={done}>
        Cancel
      </button>
      {present !== "" && (
        <button
          className="btn plain"
          type="button"
          onClick={() => {
            over().unsetMark("lang").run();
            done();
          }}
        >
          Remove
        </button>
      )}
      {problem && (
        <p className="problem" role="alert" id="passage-problem">
          {problem}
        </p>
      )}
    </form>
  );
}
