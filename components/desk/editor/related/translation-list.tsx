"use client";

import { useEffect, useRef, useState } from "react";
import { act } from "@/components/desk/editor/api";
import { StoryPicker } from "@/components/desk/editor/links/story-picker";
import type { RelatedListProps } from "@/components/desk/editor/related/related-list";
import { languages } from "@/db/vocabulary";

/**
 * The stories that say the same in other languages. Not part of the text: readers of public stories see at once which languages there are.
 * Taking this story out leaves the others tied to each other; the one it was picked by brings it back.
 */
export function TranslationList({ articleId, state, timeZone, refresh, first }: RelatedListProps) {
  const [picking, setPicking] = useState(false);
  const [said, setSaid] = useState<{ words: string; problem: boolean } | null>(null);
  /** One of those it was tied to until it was taken out. */
  const [before, setBefore] = useState<string | null>(null);
  const group = useRef<HTMLFieldSetElement>(null);
  const { translations } = state;
  const goOn = () => group.current?.focus();
  useEffect(() => {
    if (first === "languages") group.current?.focus();
  }, [first]);

  async function tie(otherId: string | null, words: string, undo: string | null) {
    const answer = await act(articleId, "translation", { otherId });
    const failure = "failure" in answer ? answer.failure : null;
    setSaid({ words: failure?.message ?? words, problem: failure !== null });
    if (!failure) setBefore(undo);
    await refresh();
    goOn();
  }

  return (
    <fieldset className="field related-list" ref={group} tabIndex={-1}>
      <legend className="lab">In other languages</legend>
      {translations.length === 0 && <p className="help">None: readers and search engines are told of one language alone.</p>}
      {translations.length > 0 && (
        <ul>
          {translations.map(({ id, headline, language, path }) => (
            <li key={id}>
              <span>
                {languages[language].name}: <bdi>{headline || "Without a headline"}</bdi>
              </span>
              {path === null && <small className="faint">Not public: readers see it once it is.</small>}
            </li>
          ))}
        </ul>
      )}
      {state.can.place &&
        (picking ? (
          <StoryPicker
            label="The same story"
            timeZone={timeZone}
            self={articleId}
            already={translations.map(({ id }) => id)}
            storiesOnly
            onCancel={() => setPicking(false)}
            onPick={({ story }) => {
              setPicking(false);
              if (story) void tie(story.id, "Tied: they name each other.", null);
            }}
          />
        ) : (
          <button className="btn small" type="button" onClick={() => setPicking(true)}>
            Say which story is the same
          </button>
        ))}
      {state.can.place && translations[0] && (
        <button className="btn plain" type="button" onClick={() => void tie(null, "This story stands alone.", translations[0]?.id ?? null)}>
          Let it stand alone
        </button>
      )}
      <span className={said?.problem ? "problem" : "help"} role={said?.problem ? "alert" : "status"}>
        {said?.words}
      </span>
      {before && (
        <button className="btn plain" type="button" onClick={() => void tie(before, "Undone.", null)}>
          Undo
        </button>
      )}
    </fieldset>
  );
}
