"use client";

import { useRef, useState } from "react";

/** A link to be passed on, in a line that can be marked and copied by hand, and a button that does it. */
export function LinkToPass({ link }: { link: string }) {
  const line = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("Copy");

  async function copy() {
    line.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setSaid("Copied");
    } catch {
      // Not allowed here: the line is marked, the person's own keys copy it.
      setSaid("Marked: copy it");
    }
  }

  return (
    <span className="link-to-pass">
      <input className="input" ref={line} readOnly value={link} aria-label="Link to pass on" dir="ltr" onFocus={(event) => event.target.select()} />
      <button className="btn" type="button" onClick={copy}>
        {said}
      </button>
    </span>
  );
}
