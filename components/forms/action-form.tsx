"use client";

import { type ReactNode, useActionState, useEffect, useId, useRef, useState } from "react";
import { LinkToPass } from "@/components/forms/link-to-pass";
import { useKeptForm } from "@/components/forms/use-kept-form";
import type { Failure } from "@/lib/kernel/failure";

/** What a form shows after it was sent; `link` is one to be passed on to somebody, `found` what was found where something was only tried. */
export type FormState = { failure: Failure | null; typed: Record<string, string>; done: string | null; link?: string; found?: readonly string[] };
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

type Props = { action: FormAction; className?: string; children: (state: FormState) => ReactNode; label?: string };

const empty: FormState = { failure: null, typed: {}, done: null };

/** A form over a Server Action: works before and without JavaScript, keeps what was typed, says what went wrong where it is heard. */
export function ActionForm({ action, className, children, label }: Props) {
  const [state, send, busy] = useActionState(action, empty);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [answered, setAnswered] = useState(state);
  if (state !== answered) {
    setAnswered(state);
    // What was done is done: the next sending is another request. One that failed keeps its key, so that trying again does it once.
    if (!state.failure) setKey(crypto.randomUUID());
  }
  const id = useId();
  const answer = useRef<HTMLDivElement>(null);
  // A long form is sent from its end, and answered at its start: nobody should have to look for it.
  useEffect(() => {
    if (state !== empty) answer.current?.scrollIntoView({ block: "nearest" });
  }, [state]);
  const kept = useKeptForm(state, send);
  return (
    <form action={send} {...kept} className={className} aria-label={label} aria-busy={busy || undefined}>
      <input type="hidden" name="key" value={key} suppressHydrationWarning />
      {state.failure && (
        <div className="notice bad" role="alert" id={id} ref={answer}>
          {state.failure.message}
        </div>
      )}
      {state.done && (
        <div className="notice good" role="status" ref={answer}>
          {state.done}
          {state.link && <LinkToPass link={state.link} key={state.link} />}
        </div>
      )}
      {children(state)}
    </form>
  );
}
