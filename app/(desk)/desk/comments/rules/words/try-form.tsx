"use client";

import { useActionState } from "react";
import { type TryState, tryPipelineAction } from "@/app/(desk)/desk/comments/rules/words/actions";
import { Field } from "@/components/forms/field";
import { Select } from "@/components/forms/select";
import { TextArea } from "@/components/forms/text-area";
import { useKeptForm } from "@/components/forms/use-kept-form";
import type { Span } from "@/db/schema/comments";
import type { CommentStatus } from "@/db/vocabulary";
import { triedAsNames } from "@/lib/moderation/tried-as";
import type { Tried } from "@/lib/moderation/try-pipeline";

const empty: TryState = { failure: null, typed: {}, tried: null };

/** Where the comment would go. */
const wouldBe: Partial<Record<CommentStatus, string>> = { published: "It would appear at once.", held: "It would wait for a moderator.", spam: "It would be spam, and its author would read that it waits.", rejected: "It would be rejected." };
const severities: Record<string, string> = { publish: "noted", flag: "marked", hold: "held", spam: "spam", reject: "rejected" };

/** A text through all rules and the whole pipeline, as it stands now. Nothing is kept. */
export function TryForm() {
  const [state, send, busy] = useActionState(tryPipelineAction, empty);
  const kept = useKeptForm(state, send);
  const { failure, typed, tried } = state;
  return (
    <form action={send} {...kept} className="stack" aria-label="Try a text" aria-busy={busy || undefined}>
      {failure && (
        <div className="notice bad" role="alert">
          {failure.message}
        </div>
      )}
      <TextArea id="try-comment" name="text" label="A comment" rows={4} dir="auto" maxLength={20_000} required defaultValue={typed.text ?? ""} error={failure?.fields?.text} />
      <div className="field">
        <label htmlFor="try-as">Written by</label>
        <Select id="try-as" name="as" names={triedAsNames} defaultValue={typed.as ?? "known"} />
      </div>
      <Field id="try-name" name="name" label="Who signs as" help="For rules about names." className="input" maxLength={200} dir="auto" defaultValue={typed.name ?? ""} error={failure?.fields?.name} />
      <button className="btn" type="submit">
        Try it
      </button>
      {tried && <Verdict tried={tried} />}
    </form>
  );
}

function Verdict({ tried: { text, status, phases } }: { tried: Tried }) {
  const spans = phases.flatMap(({ found }) => found.flatMap((one) => one.spans));
  return (
    <div className="tried">
      <p role="status">
        <b>{wouldBe[status]}</b> Nothing was kept.
      </p>
      <blockquote dir="auto">{marked(text, spans)}</blockquote>
      <ol aria-label="What each phase says">
        {phases.map(({ name, asks, found }) => (
          <li key={name}>
            <span>{asks}</span>
            {found.length === 0 ? (
              <span className="quiet">No</span>
            ) : (
              <ul>
                {found.map(({ severity, evidence }) => (
                  <li key={evidence}>
                    <b>{severities[severity]}</b>: <bdi>{evidence}</bdi>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A text with the places marked that something was found in; those that overlap are one. */
function marked(text: string, spans: readonly Span[]) {
  const places = [...spans].sort((one, other) => one.from - other.from).reduce<Span[]>((merged, { from, to }) => {
    const last = merged.at(-1);
    if (last && from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else merged.push({ from, to });
    return merged;
  }, []);
  return [
    ...places.flatMap(({ from, to }, index) => [text.slice(places[index - 1]?.to ?? 0, from), <mark key={from}>{text.slice(from, to)}</mark>]),
    text.slice(places.at(-1)?.to ?? 0),
  ];
}
