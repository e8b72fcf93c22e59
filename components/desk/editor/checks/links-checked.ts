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
