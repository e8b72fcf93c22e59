"use client";

import "@/components/desk/editor/links/picker.css";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { type Choice, choicesOf, type Picked, pickedOf, whyNoLink } from "@/components/desk/editor/links/choices";
import { findStories } from "@/components/desk/editor/links/find-stories";
import { deskTime } from "@/components/desk/editor/times";
import { Status } from "@/components/desk/status";
import type { StoryChoice } from "@/lib/articles/desk-views";

type Props = {
  label: string;
  timeZone: string;
  /** The story that is being written: picking it is warned of. */
  self?: string;
  /** The stories that it leads to already: picking one again is warned of. */
  already?: readonly string[];
  /** For cards: addresses are not offered. */
  storiesOnly?: boolean;
  /** The address that stands there now. */
  initial?: string;
  onPick(picked: Picked): void;
  onCancel?(): void;
};

/**
 * One field for links and cards: an address, or a story found as one types. A combobox: arrows walk the list, Enter takes, Escape
 * closes the list and then the field; how many there are is said politely.
 */
export function StoryPicker({ label, timeZone, self, already, storiesOnly = false, initial = "", onPick, onCancel }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(initial);
  const [open, setOpen] = useState(true);
  const [at, setAt] = useState<number | null>(null);
  const { stories, state } = useStories(typed);
  const choices = choicesOf(typed, stories, { self, already, storiesOnly });
  const shown = open && choices.length > 0;
  const active = shown && at !== null && at < choices.length ? at : null;

  function walk(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = active ?? (step === 1 ? -1 : choices.length);
      setAt(choices.length > 0 ? (from + step + choices.length) % choices.length : null);
    } else if (event.key === "Enter") {
      event.preventDefault();
      // Without a walk the first choice counts once something was typed: the story that fits best, or an address, which needs no search.
      const first = state === "found" ? choices[0] : choices.find((one) => one.kind === "address");
      const choice = active !== null ? choices[active] : typed.trim() !== "" ? first : undefined;
      // What is listed while it is still being looked for is an answer to something else.
      if (choice && (state !== "asking" || choice.kind === "address")) onPick(pickedOf(choice));
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (shown) setOpen(false);
      else onCancel?.();
    }
  }

  return (
    <div className="picker">
      <label htmlFor={`${id}-field`}>{label}</label>
      <input
        id={`${id}-field`}
        className="input"
        role="combobox"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        aria-describedby={`${id}-said`}
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the picker was opened to type here.
        autoFocus
        value={typed}
        placeholder={storiesOnly ? "Headline, author or tag" : "Address, headline, author or tag"}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setAt(null);
        }}
        onKeyDown={walk}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className="choices" hidden={!shown}>
        {shown && choices.map((choice, index) => <Option key={choice.kind === "story" ? choice.story.id : "address"} id={`${id}-${index}`} choice={choice} chosen={index === active} timeZone={timeZone} pick={() => onPick(pickedOf(choice))} point={() => setAt(index)} />)}
      </div>
      <p id={`${id}-said`} className="faint" role="status">
        {(!storiesOnly && whyNoLink(typed)) || said(state, choices, active)}
      </p>
    </div>
  );
}

function Option({ id, choice, chosen, timeZone, pick, point }: { id: string; choice: Choice; chosen: boolean; timeZone: string; pick: () => void; point: () => void }) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) option.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's.
    // biome-ignore lint/a11y/useFocusableInteractive: an option is walked to by aria-activedescendant.
    <div id={id} ref={option} role="option" aria-selected={chosen} onMouseDown={(event) => event.preventDefault()} onMouseMove={point} onClick={pick}>
      {choice.kind === "address" ? (
        <span className="t">Link to {choice.href}</span>
      ) : (
        <>
          <span className="t" dir="auto">
            {choice.story.headline || "Without a headline"}
          </span>
          <small>
            <Status status={choice.story.status} />
            {choice.story.publishedAt && <time dateTime={choice.story.publishedAt}>{deskTime(choice.story.publishedAt, timeZone)}</time>}
            {choice.story.section && <span>{choice.story.section.name}</span>}
            {choice.story.byline && <span dir="auto">{choice.story.byline}</span>}
          </small>
          {choice.warning && <small className="problem">{choice.warning}</small>}
        </>
      )}
    </div>
  );
}

type Finding = "asking" | "found" | "lost";

/** The stories for what is typed now; answers to what was typed before are dropped, and the last list stays until the next is there. */
function useStories(typed: string): { stories: StoryChoice[]; state: Finding } {
  const [found, setFound] = useState<{ stories: StoryChoice[]; state: Finding }>({ stories: [], state: "asking" });
  useEffect(() => {
    const question = new AbortController();
    setFound((last) => ({ ...last, state: "asking" }));
    findStories(typed, question.signal).then(
      (stories) => setFound(stories ? { stories, state: "found" } : { stories: [], state: "lost" }),
      // Withdrawn: the next question is under way.
      () => undefined,
    );
    return () => question.abort();
  }, [typed]);
  return found;
}

function said(state: Finding, choices: readonly Choice[], active: number | null): string {
  const at = active === null ? undefined : choices[active];
  if (at?.kind === "story" && at.warning) return at.warning;
  if (state === "lost") return "Stories cannot be searched just now. An address can still be given.";
  if (state === "asking") return "Looking…";
  const stories = choices.filter((choice) => choice.kind === "story").length;
  return stories === 0 ? "No story fits." : stories === 1 ? "1 story." : `${stories} stories.`;
}
