"use client";

import { askAction, placeAction, stepAction } from "@/app/(desk)/desk/comments/newsroom/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Select } from "@/components/forms/select";
import { TextArea } from "@/components/forms/text-area";

// The forms have no names: each stands in the article of its comment, and of two comments by one person both would be called the same.
type Use = { id: string; version: number };

const Seen = ({ use }: { use: Use }) => (
  <>
    <input type="hidden" name="useId" value={use.id} />
    <input type="hidden" name="version" value={use.version} />
  </>
);

/** Asks the author of a comment: of a letter in these words, of a lead whether somebody may write to her. */
export function AskForm({ use, words, again }: { use: Use; /** What a letter says; null of a lead. */ words: string | null; again: boolean }) {
  return (
    <ActionForm action={askAction} className="stack">
      {({ typed, failure }) => (
        <>
          <Seen use={use} />
          {words === null ? (
            <p>She is asked whether somebody may write to her or call her, and where. Nobody does before she agrees.</p>
          ) : (
            <TextArea id={`words-${use.id}`} name="words" label="As it would be printed" help="Shorten it here. She agrees to these words and no others; changed later, she is asked again." rows={8} maxLength={5000} dir="auto" required defaultValue={typed.words ?? words} error={failure?.fields?.words} />
          )}
          <button className="btn first" type="submit">
            {again ? "Ask her again" : "Ask her"}
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** Puts a letter to which its author agreed into a working copy. */
export function PlaceForm({ use, stories }: { use: Use; stories: { id: string; headline: string }[] }) {
  return (
    <ActionForm action={placeAction} className="stack">
      {({ typed, failure }) => (
        <>
          <Seen use={use} />
          <div className="field">
            <label htmlFor={`story-${use.id}`}>Put it into</label>
            <Select id={`story-${use.id}`} name="articleId" aria-invalid={failure?.fields?.articleId ? true : undefined} names={{ "": "A story of its own", ...Object.fromEntries(stories.map(({ id, headline }) => [id, headline])) }} defaultValue={typed.articleId ?? ""} />
          </div>
          <button className="btn first" type="submit">
            Put it there
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** Says that a report was right, and which correction answers it. */
export function CorrectedForm({ use, corrections }: { use: Use; corrections: { id: string; note: string }[] }) {
  return (
    <ActionForm action={stepAction} className="stack">
      {({ typed, failure }) => (
        <>
          <Seen use={use} />
          <div className="field">
            <label htmlFor={`correction-${use.id}`}>The correction</label>
            <Select id={`correction-${use.id}`} name="correctionId" aria-invalid={failure?.fields?.correctionId ? true : undefined} names={{ "": "A small fix, without a note to readers", ...Object.fromEntries(corrections.map(({ id, note }) => [id, note])) }} defaultValue={typed.correctionId ?? corrections[0]?.id ?? ""} />
          </div>
          <button className="btn first" name="step" value="used" type="submit">
            It is corrected
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** Closes something of which nothing comes, with a word for colleagues. */
export function CloseForm({ use, label }: { use: Use; label: string }) {
  return (
    <ActionForm action={stepAction} className="stack">
      {({ typed, failure }) => (
        <>
          <Seen use={use} />
          <TextArea id={`closing-${use.id}`} name="note" label="A word for colleagues" help="It stands in the copy of her data." rows={2} maxLength={500} dir="auto" defaultValue={typed.note ?? ""} error={failure?.fields?.note} />
          <button className="btn" name="step" value="closed" type="submit">
            {label}
          </button>
        </>
      )}
    </ActionForm>
  );
}

/** The steps that need nothing typed. */
export function StepsForm({ use, steps }: { use: Use; steps: readonly (readonly [step: string, label: string])[] }) {
  if (steps.length === 0) return null;
  return (
    <ActionForm action={stepAction} className="use-steps">
      {() => (
        <>
          <Seen use={use} />
          {steps.map(([step, label]) => (
            <button key={step} className="btn" name="step" value={step} type="submit">
              {label}
            </button>
          ))}
        </>
      )}
    </ActionForm>
  );
}
