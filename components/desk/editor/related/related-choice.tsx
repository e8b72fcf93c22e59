"use client";

import { type ComponentType, useState } from "react";
import { withLine } from "@/components/desk/editor/with-line";
import type { RelatedListProps } from "@/components/desk/editor/related/related-list";

/** What readers are led to next, and the same story in other languages: how much was chosen, and the way to choose, whose script comes when it is asked for. */
export function RelatedChoice(props: Omit<RelatedListProps, "first">) {
  const [list, setList] = useState<{ List: ComponentType<RelatedListProps>; first: RelatedListProps["first"] } | "lost" | null>(null);
  if (list && list !== "lost") return <list.List {...props} first={list.first} />;
  const { related, translations } = props.state;
  const open = (first: RelatedListProps["first"]) =>
    void withLine.relatedList().then(
      (module) => setList({ List: module.RelatedList, first }),
      // The line is down: whoever pressed decides whether to try again.
      () => setList("lost"),
    );
  return (
    <div className="field">
      <span className="lab">Related stories</span>
      <button className="btn small" type="button" onClick={() => open("related")}>
        {related.length === 0 ? "Choose related stories" : `Related stories (${related.length})`}
      </button>
      <button className="btn small" type="button" onClick={() => open("languages")}>
        In other languages{translations.length > 0 && ` (${translations.length})`}
      </button>
      {list === "lost" && <span role="alert">They cannot be reached just now.</span>}
    </div>
  );
}
