"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Colleague, StoryConnection } from "@/components/desk/editor/connection";
import { writeText } from "@/lib/content/working-copy-text";

type Props = {
  connection: StoryConnection;
  /** Name of the Text in the document. */
  name: string;
  label: string;
  limit: number;
  className: string;
  multiline?: boolean;
  placeholder?: string;
  dir?: "ltr" | "rtl";
  disabled?: boolean;
  colleagues: readonly Colleague[];
  onEnter?: () => void;
  hint?: string;
};

/** A line of the story that several people may write in at once: a text area over a shared text, merged letter by letter. */
export function TextLine({ connection, name, label, limit, className, multiline = false, placeholder, dir, disabled, colleagues, onEnter, hint }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const text = connection.doc.getText(name);
  const [value, setValue] = useState(() => text.toString());
  const here = colleagues.filter((colleague) => colleague.field === name);
  const length = [...value].length;

  useEffect(() => {
    const follow = () => {
      const element = area.current;
      const next = text.toString();
      // Keep the caret on the same letter when somebody writes before it.
      const [start, before] = [element?.selectionStart ?? 0, element?.value ?? ""];
      setValue(next);
      if (element && document.activeElement === element && before !== next) {
        const shift = shiftOf(before, next, start);
        requestAnimationFrame(() => element.setSelectionRange(start + shift, start + shift));
      }
    };
    follow();
    const observe = (_: unknown, transaction: { local: boolean }) => {
      if (!transaction.local) follow();
      else setValue(text.toString());
    };
    text.observe(observe);
    return () => text.unobserve(observe);
  }, [text]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the value.
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [value]);

  return (
    <div className={`line ${className}`} data-name={label}>
      <textarea
        ref={area}
        className="f"
        aria-label={label}
        rows={1}
        value={value}
        placeholder={placeholder}
        dir={dir ?? "auto"}
        readOnly={disabled}
        aria-describedby={hint || length > limit * 0.9 ? `${name}-hint` : undefined}
        onFocus={() => connection.enter(name)}
        onBlur={() => connection.enter(null)}
        onChange={(event) => {
          const typed = multiline ? event.target.value : event.target.value.replace(/\s*\n\s*/g, " ");
          const kept = [...typed].length > limit ? [...typed].slice(0, limit).join("") : typed;
          connection.doc.transact(() => writeText(text, kept));
          setValue(kept);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !multiline && !event.nativeEvent.isComposing) {
            event.preventDefault();
            onEnter?.();
          }
        }}
      />
      {(hint || length > limit * 0.9) && (
        <span className="faint limit" id={`${name}-hint`}>
          {hint} {length > limit * 0.9 && `${length} of ${limit} characters`}
        </span>
      )}
      {here.length > 0 && (
        <span className="here-now">
          {here.map((colleague) => (
            <span key={colleague.client} className={`chip h${colleague.hand}c`}>
              {colleague.name}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}

/** How far a place moved when the text before it changed. */
function shiftOf(before: string, after: string, place: number): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  return start < place ? after.length - before.length : 0;
}
