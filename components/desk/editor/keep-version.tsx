"use client";

import { type FormEvent, useId, useState } from "react";
import { act } from "@/components/desk/editor/api";
import type { Kept } from "@/lib/articles/desk-views";
import { keptInWords } from "@/lib/articles/kept-in-words";

/** Longest name of a version, as the command takes it. */
const longest = 120;

/** Keeps the story as it stands, under a name by which History shows it. */
export function KeepVersion({ articleId }: { articleId: string }) {
  const id = useId();
  const [name, setName] = useState("");
  const [said, setSaid] = useState<{ words: string; bad: boolean } | null>(null);

  async function keep(event: FormEvent) {
    event.preventDefault();
    const label = name.trim();
    const answer = await act<Kept>(articleId, "keep", { label });
    if ("failure" in answer) return setSaid({ words: answer.failure.message, bad: true });
    setSaid({ words: keptInWords(answer.value, label), bad: false });
    setName("");
  }

  return (
    <form className="field" onSubmit={(event) => void keep(event)}>
      <label htmlFor={id}>Name of this version</label>
      <input id={id} className="input" value={name} maxLength={longest} dir="auto" placeholder="Before the lawyers" autoComplete="off" onChange={(event) => setName(event.target.value)} />
      <div className="acts">
        <button className="btn" type="submit">
          Keep version
        </button>
      </div>
      <p className={said?.bad ? "problem" : "help"} role={said?.bad ? "alert" : "status"}>
        {said?.words}
      </p>
    </form>
  );
}
