"use client";

import { useState } from "react";
import { act } from "@/components/desk/editor/api";
import type { StoryState } from "@/lib/articles/desk-views";

type Props = { articleId: string; choices: readonly { id: string; title: string }[]; state: StoryState; refresh: () => Promise<void> };

/** In which series the story stands. Not part of the text: readers of a public story see it at once. */
export function SeriesChoice({ articleId, choices, state, refresh }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { series } = state;
  if (choices.length === 0) return null;

  async function place(seriesId: string) {
    setChosen(seriesId);
    const answer = await act(articleId, "series", { seriesId: seriesId || null });
    setSaid("failure" in answer ? answer.failure.message : null);
    await refresh();
    setChosen(null);
  }

  return (
    <div className="field">
      <label htmlFor="series">Series</label>
      <select id="series" className="input" value={chosen ?? series?.id ?? ""} disabled={!state.can.place} aria-describedby="series-place" onChange={(event) => void place(event.target.value)}>
        <option value="">None</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
      <span className={said ? "problem" : "help"} id="series-place" role={said ? "alert" : "status"}>
        {said ?? (series ? `Number ${series.number} of ${series.total} here; readers count the public ones.` : "")}
      </span>
    </div>
  );
}
