"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { act } from "@/components/desk/editor/api";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { useConnection } from "@/components/desk/editor/shared";
import { longestWord } from "@/lib/proposals/proposal";

type Props = { connection: StoryConnection; articleId: string; copyId: string };

/** In the bar of a copy: the way to send it back with a word why. Nothing is sent before all that was typed is saved. */
export function CopyBar({ connection, articleId, copyId }: Props) {
  const isSaved = useConnection(connection, (now) => now.save.kind === "saved");
  const dialog = useRef<HTMLDialogElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const id = useId();

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const word = String(new FormData(event.currentTarget).get("word") ?? "");
    if (connection.unsaved) return setFailure("Not all is saved yet. Try again in a moment.");
    setSending(true);
    const answer = await act(articleId, "send-proposal", { proposalId: copyId, word });
    if ("value" in answer) return location.assign(`/desk/articles/${articleId}/proposals?p=${copyId}`);
    setSending(false);
    setFailure(answer.failure.fields?.word ?? answer.failure.message);
  }

  return (
    <>
      <button className="btn first" type="button" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        Send back…
      </button>
      <dialog className="send-copy" ref={dialog} aria-labelledby={`${id}-title`} onClose={() => setFailure(null)}>
        <form onSubmit={send} aria-label="Send back">
          <h2 id={`${id}-title`}>Send this copy back</h2>
          <div className="field">
            <label htmlFor={`${id}-word`}>What you changed, and why</label>
            <textarea className="input" id={`${id}-word`} name="word" rows={3} maxLength={longestWord} required dir="auto" aria-describedby={`${id}-help`} />
            <span className="help" id={`${id}-help`}>
              From then on it stays as it is, so that what is answered is what was read. You can take it back as long as nobody has answered.
            </span>
          </div>
          {failure && (
            <p className="problem" role="alert">
              {failure}
            </p>
          )}
          <p className="buttons">
            <button className="btn first" type="submit" disabled={!isSaved || isSending}>
              Send it back
            </button>
            <button className="btn plain" type="button" onClick={() => dialog.current?.close()}>
              Go on writing
            </button>
            {!isSaved && <span className="quiet">Saving first…</span>}
          </p>
        </form>
      </dialog>
    </>
  );
}
