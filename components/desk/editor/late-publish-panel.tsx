"use client";

import type { ComponentProps } from "react";
import { useLate } from "@/components/desk/editor/use-late";
import { withLine } from "@/components/desk/editor/with-line";

type Panel = Awaited<ReturnType<typeof withLine.publishPanel>>["PublishPanel"];

/** The panel in which a story is published, from the moment that it is opened; where its script cannot be had, nothing can be published either, and that is said in its place. */
export function LatePublishPanel(props: ComponentProps<Panel>) {
  const { late, again } = useLate(withLine.publishPanel, true);
  if (late === "coming") return null;
  if (late !== "lost") return <late.module.PublishPanel {...props} />;
  return (
    <div className="pane publish" role="dialog" aria-modal="false" aria-label="Publish story">
      <p role="alert">There is no line: nothing can be published just now.</p>
      <button className="btn first" type="button" onClick={again}>
        Try again
      </button>
      <button className="btn plain" type="button" onClick={props.close}>
        Close
      </button>
    </div>
  );
}
