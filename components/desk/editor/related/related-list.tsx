"use client";

import { useEffect, useRef, useState } from "react";
import { act } from "@/components/desk/editor/api";
import { StoryPicker } from "@/components/desk/editor/links/story-picker";
import { TranslationList } from "@/components/desk/editor/related/translation-list";
import type { StoryState } from "@/lib/articles/desk-views";

/** `first`: which of the two groups was asked for. */
export type RelatedListProps = { articleId: string; state: StoryState; timeZone: string; refresh: () => Promise<void>; first: "related" | "languages" };
type Related = StoryState["related"];

/** So many may be chosen: the command refuses more. */
const most = 6;
const idsOf = (related: Related) => related.map(({ id }) => id);

/**
 * The stories that are proposed under this one, in their order, and below them those that say the same in other languages. Not part of the text: readers of a public story see them at once. Each can
 * be moved and taken out by its buttons; what was done last can be undone. Where a colleague was faster, what was chosen here stays until one
 * of the two is taken.
 */
export function RelatedList(props: RelatedListProps) {
  return (
    <>
      <RelatedStories {...props} />
      <TranslationList {...props} />
    </>
  );
}

function RelatedStories({ articleId, state, timeZone, refresh, first }: RelatedListProps) {
  const [shown, setShown] = useState<Related | null>(null);
  const [before, setBefore] = useState<Related | null>(null);
  const [picking, setPicking] = useState(false);
  const [said, setSaid] = useState<{ words: string; problem: boolean } | null>(null);
  const [overtaken, setOvertaken] = useState(false);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  /** What the server had when it was last heard of, while something of ours is on its way or waits for a decision. */
  const stands = useRef<string[] | null>(null);
  const group = useRef<HTMLFieldSetElement>(null);
  const related = shown ?? state.related;
  const may = state.can.place;

  // Whoever opened it by the keyboard goes on in here, also where the button that she pressed goes with what it did.
  const goOn = () => group.current?.focus();
  useEffect(() => {
    if (first === "related") group.current?.focus();
  }, [first]);

  async function choose(next: Related, words: string, last: Related | null) {
    const undone = before;
    stands.current ??= idsOf(state.related);
    setShown(next);
    // Whoever is faster than the answer takes back what she has just done, and what was asked first is done first.
    setBefore(last);
    const asked = turn.current.then(async () => {
      const answer = await act(articleId, "related", { related: idsOf(next), seen: stands.current });
      if ("value" in answer) stands.current = idsOf(next);
      return answer;
    });
    turn.current = asked;
    const answer = await asked;
    if (turn.current !== asked) return;
    const failure = "failure" in answer ? answer.failure : null;
    const late = failure?.reason === "changed_meanwhile";
    setSaid({ words: failure?.message ?? words, problem: failure !== null });
    setOvertaken(late);
    if (overtaken && !late) goOn();
    if (failure) setBefore(undone);
    if (late) stands.current = failure.current as string[];
    await refresh();
    if (late) return;
    setShown(null);
    stands.current = null;
  }
  const takeTheirs = () => {
    setShown(null);
    setBefore(null);
    setOvertaken(false);
    stands.current = null;
    setSaid({ words: "What your colleague chose stands.", problem: false });
    goOn();
  };
  // Where a colleague was faster, nothing of hers is overruled until one of the two is taken.
  const change = (next: Related, words: string) => (overtaken ? setShown(next) : void choose(next, words, related));
  const move = (from: number, to: number) => {
    const one = related[from];
    if (one) change(related.toSpliced(from, 1).toSpliced(to, 0, one), `Moved to place ${to + 1}.`);
    if (to === 0 || to === related.length - 1) goOn();
  };
  const takeOut = (index: number) => {
    change(related.toSpliced(index, 1), "Taken out.");
    goOn();
  };
  const undo = (last: Related) => {
    void choose(last, "Undone.", null);
    goOn();
  };

  return (
    <fieldset className="field related-list" ref={group} tabIndex={-1}>
      <legend className="lab">Related stories</legend>
      {related.length === 0 && <p className="help">None chosen: readers are led to what is most alike in words and tags.</p>}
      {related.length > 0 && (
        <ol>
          {related.map(({ id, headline, path }, index) => (
            <li key={id}>
              <span dir="auto">{headline || "Without a headline"}</span>
              {path === null && <small className="faint">Not public: readers see it once it is.</small>}
              {may && (
                <span className="acts">
                  <button className="btn plain" type="button" disabled={index === 0} aria-label={`Move ${headline} up`} onClick={() => move(index, index - 1)}>
                    Up
                  </button>
                  <button className="btn plain" type="button" disabled={index === related.length - 1} aria-label={`Move ${headline} down`} onClick={() => move(index, index + 1)}>
                    Down
                  </button>
                  <button className="btn plain" type="button" aria-label={`Take out ${headline}`} onClick={() => takeOut(index)}>
                    Take out
                  </button>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {may &&
        (picking ? (
          <StoryPicker
            label="Related story"
            timeZone={timeZone}
            self={articleId}
            already={idsOf(related)}
            storiesOnly
            onCancel={() => setPicking(false)}
            onPick={({ story }) => {
              setPicking(false);
              if (story && story.id !== articleId && !related.some(({ id }) => id === story.id)) change([...related, { id: story.id, headline: story.headline, path: story.path }], "Added.");
              goOn();
            }}
          />
        ) : (
          <button className="btn small" type="button" disabled={related.length >= most} onClick={() => setPicking(true)}>
            {related.length >= most ? "Six are enough" : "Add a related story"}
          </button>
        ))}
      <span className={said?.problem ? "problem" : "help"} role={said?.problem ? "alert" : "status"}>
        {said?.words}
      </span>
      {overtaken && (
        <>
          <p className="help">
            There stands now: {state.related.map(({ headline }) => headline || "Without a headline").join("; ") || "nothing"}.
          </p>
          <button className="btn small" type="button" onClick={() => void choose(related, "Yours stand now.", state.related)}>
            Put yours in their place
          </button>
          <button className="btn plain" type="button" onClick={takeTheirs}>
            Keep theirs
          </button>
        </>
      )}
      {before && !overtaken && (
        <button className="btn plain" type="button" onClick={() => undo(before)}>
          Undo the last change
        </button>
      )}
    </fieldset>
  );
}
