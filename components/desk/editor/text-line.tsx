"use client";

import { useLayoutEffect, useRef, useState } from "react";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { growing } from "@/components/desk/editor/growing";
import { announcing, HereNow } from "@/components/desk/editor/here-now";
import { SharedLine } from "@/components/desk/editor/shared-line";
import type { Language } from "@/db/vocabulary";

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
  /** Whether what stands in it cannot stay, for a reason that the element `describedBy` tells. */
  invalid?: boolean;
  describedBy?: string;
  onEnter?: () => void;
};

/** A line of the story that several people may write in at once: a text area over a shared text, merged letter by letter. */
export function TextLine({ connection, name, label, limit, className, multiline = false, placeholder, dir, disabled, invalid = false, describedBy, onEnter }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const text = connection.doc.getText(name);
  // Counted only near the limit: until then a key draws nothing anew.
  const [length, setLength] = useState(0);
  const tooLong = length > limit;

  useLayoutEffect(() => {
    if (!area.current) return;
    const height = growing(area.current);
    const line = new SharedLine(text, area.current, {
      limit,
      multiline,
      // An address is made of the very signs that were typed.
      language: () => (name === "slug" ? null : ((connection.doc.getMap("settings").get("language") as Language | undefined) ?? "en")),
      shows: (value) => {
        height.measure();
        setLength(value.length > limit * 0.9 ? [...value].length : 0);
      },
      waits: (why) => connection.wait(name, why),
    });
    return () => {
      line.close();
      height.stop();
    };
  }, [connection, text, name, limit, multiline]);

  return (
    <div className={`line ${className}`} data-name={label}>
      <textarea
        ref={area}
        className="f"
        aria-label={label}
        rows={1}
        placeholder={placeholder}
        dir={dir ?? "auto"}
        readOnly={disabled}
        aria-invalid={tooLong || invalid || undefined}
        aria-describedby={[...(length > limit * 0.9 ? [`${name}-length`] : []), ...(describedBy ? [describedBy] : [])].join(" ") || undefined}
        {...announcing(connection, name)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !multiline && !event.nativeEvent.isComposing) {
            event.preventDefault();
            onEnter?.();
          }
        }}
      />
      {length > limit * 0.9 && (
        <span className={tooLong ? "problem limit" : "faint limit"} id={`${name}-length`}>
          {tooLong ? `${limit} characters at most; this has ${length}: the rest is not saved yet` : `${length} of ${limit} characters`}
        </span>
      )}
      <HereNow connection={connection} field={name} label={label} />
    </div>
  );
}
