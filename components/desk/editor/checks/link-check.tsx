"use client";

import type { Node } from "@tiptap/pm/model";
import { useState } from "react";
import { act } from "@/components/desk/editor/api";
import type { LinksChecked } from "@/lib/articles/check-outward-links";
import type { Check } from "@/lib/articles/checks";

export type LinkCheckState = { kind: "unasked" } | { kind: "asking" } | { kind: "asked"; found: LinksChecked } | { kind: "failed"; why: string };

/** The answer of the last press, for as long as the story is open. Nobody outside is asked without one. */
export function useLinkCheck(articleId: string): [LinkCheckState, () => Promise<void>] {
  const [state, setState] = useState<LinkCheckState>({ kind: "unasked" });
  const ask = async () => {
    setState({ kind: "asking" });
    const answer = await act<LinksChecked>(articleId, "check-links", {});
    setState("value" in answer ? { kind: "asked", found: answer.value } : { kind: "failed", why: answer.failure.message });
  };
  return [state, ask];
}

/** What was found dead, until it is gone from the text. */
export function deadLinks(doc: Node, check: LinkCheckState): Check[] {
  return check.kind === "asked" ? check.found.dead.filter(({ href }) => leadsTo(doc, href)).map((one) => one.check) : [];
}

function leadsTo(doc: Node, href: string): boolean {
  let found = false;
  doc.descendants((node) => {
    found ||= node.attrs.sourceUrl === href || node.marks.some((mark) => mark.attrs.href === href);
    return !found;
  });
  return found;
}

/** The button that asks the sites to which the story links whether they are still there. */
export function LinkCheck({ state, ask }: { state: LinkCheckState; ask: () => Promise<void> }) {
  const asking = state.kind === "asking";
  return (
    <section className="checks-group" aria-labelledby="link-check-title">
      <h2 id="link-check-title">Links to elsewhere</h2>
      <p className="faint" id="link-check-help">
        Asks each address once whether it is still there, and only when you press.
      </p>
      <p className="repairs">
        <button className="btn" type="button" aria-disabled={asking} aria-describedby="link-check-help" onClick={() => !asking && void ask()}>
          Check links
        </button>
      </p>
      <p role="status" className={state.kind === "failed" ? "problem" : "quiet"}>
        {said(state)}
      </p>
    </section>
  );
}

function said(state: LinkCheckState): string {
  switch (state.kind) {
    case "unasked":
      return "";
    case "asking":
      return "Asking…";
    case "failed":
      return state.why;
    case "asked": {
      const { asked, left, most, dead } = state.found;
      if (asked === 0) return "The story links to nobody outside.";
      const addresses = asked === 1 ? "1 address" : `${asked} addresses`;
      const rest = left > 0 ? ` ${left} more were not asked: one press asks ${most} at most, for half a minute.` : "";
      return dead.length === 0 ? `Asked ${addresses}: all are there.${rest}` : `Asked ${addresses}: ${dead.length} with trouble, under Should.${rest}`;
    }
  }
}
