"use client";

import type { LinkCheckState } from "@/components/desk/editor/checks/links-checked";

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
