"use client";

import { addSeriesAction, changeSeriesAction, partAction, removeSeriesAction } from "@/app/(desk)/desk/series/actions";
import { MoveButtons } from "@/components/desk/move-buttons";
import { ActionForm, type FormState } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { FoldedFields } from "@/components/forms/folded-fields";
import { TextArea } from "@/components/forms/text-area";
import { longestIntro } from "@/lib/series/limits";
import type { PartLine, SeriesLine } from "@/lib/series/reads/series-list";

function SeriesFields({ id, title, intro, state: { failure, typed } }: { id: string; title: string; intro: string; state: FormState }) {
  return (
    <>
      <Field id={`${id}-title`} name="title" className="input" label="Title" required maxLength={120} dir="auto" defaultValue={typed.title ?? title} error={failure?.fields?.title} />
      <TextArea id={`${id}-intro`} name="intro" label="Introduction" rows={4} maxLength={longestIntro} dir="auto" defaultValue={typed.intro ?? intro} error={failure?.fields?.intro} />
    </>
  );
}

export function AddSeriesForm() {
  return (
    <ActionForm action={addSeriesAction} className="stack row-form from-top" label="New series">
      {(state) => (
        <>
          <SeriesFields id="new" title="" intro="" state={state} />
          <Field id="new-slug" name="slug" className="input" label="Address" help="Made from the title when left empty. It stays." defaultValue={state.typed.slug ?? ""} error={state.failure?.fields?.slug} />
          <button className="btn first" type="submit">
            Begin the series
          </button>
        </>
      )}
    </ActionForm>
  );
}

export function ChangeSeriesForm({ one }: { one: SeriesLine }) {
  return (
    <ActionForm action={changeSeriesAction} label={`Change ${one.title}`}>
      {(state) => (
        <FoldedFields says="Change" of={one.title} failed={state.failure !== null}>
          <input type="hidden" name="seriesId" value={one.id} />
          <SeriesFields id={one.id} title={one.title} intro={one.intro} state={state} />
        </FoldedFields>
      )}
    </ActionForm>
  );
}

export function RemoveSeriesForm({ one }: { one: SeriesLine }) {
  return (
    <ActionForm action={removeSeriesAction} label={`Remove ${one.title}`}>
      {() => (
        <>
          <input type="hidden" name="seriesId" value={one.id} />
          <button className="btn" type="submit" aria-label={`Remove ${one.title}`}>
            Remove
          </button>
        </>
      )}
    </ActionForm>
  );
}

export function PartForm({ part, first, last }: { part: PartLine; first: boolean; last: boolean }) {
  const name = part.headline || "the story without a headline";
  return (
    <ActionForm action={partAction} className="move" label={`Place of ${name}`}>
      {() => (
        <>
          <input type="hidden" name="articleId" value={part.articleId} />
          <MoveButtons what={name} name="to" first={first} last={last} />
          <button className="btn" name="to" value="out" type="submit" aria-label={`Take out ${name}`}>
            Take out
          </button>
        </>
      )}
    </ActionForm>
  );
}
