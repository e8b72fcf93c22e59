"use client";

import { type ComponentType, useState } from "react";
import { withLine } from "@/components/desk/editor/with-line";
import type { RelatedListProps } from "@/components/desk/editor/related/related-list";

/** What readers are led to next: how much was chosen, and the way to choose, whose script comes when it is asked for. */
export function RelatedChoice(props: RelatedListProps) {
  const [list, setList] = useState<{ List: ComponentType<RelatedListProps> } | "lost" | null>(null);
  if (list && list !== "lost") return <list.List {...props} />;
  const count = props.state.related.length;
  const open = () =>
    void withLine.relatedList().then(
      (module) => setList({ List: module.RelatedList }),
      // The line is down: whoever pressed decides whether to try again.
      () => setList("lost"),
    );
  return (
    <div className="field">
      <span className="lab">Related stories</span>
      <button className="btn small" type="button" onClick={open}>
        {count === 0 ? "Choose related stories" : `Related stories (${count})`}
      </button>
      {list === "lost" && <span role="alert">They cannot be reached just now.</span>}
    </div>
  );
}
