"use client";

import { type ComponentProps, type ComponentType, useEffect, useState } from "react";
import { withLine } from "@/components/desk/editor/later";

type Panel = Awaited<ReturnType<typeof withLine.publishPanel>>["PublishPanel"];

/** The panel in which a story is published, from the moment that it is opened; until its script is there, and where that cannot be had, that is said in its place. */
export function LatePublishPanel(props: ComponentProps<Panel>) {
  const [panel, setPanel] = useState<{ Panel: ComponentType<ComponentProps<Panel>> } | "coming" | "lost">("coming");
  useEffect(() => {
    if (panel !== "coming") return;
    let ended = false;
    withLine.publishPanel().then(
      (module) => !ended && setPanel({ Panel: module.PublishPanel }),
      // The line is down, and nothing can be published over it; whoever opened the panel decides whether to try again.
      () => !ended && setPanel("lost"),
    );
    return () => {
      ended = true;
    };
  }, [panel]);
  if (typeof panel === "object") return <panel.Panel {...props} />;
  if (panel === "coming") return null;
  return (
    <div className="pane publish" role="dialog" aria-modal="false" aria-label="Publish story">
      <p role="alert">There is no line: nothing can be published just now.</p>
      <button className="btn first" type="button" onClick={() => setPanel("coming")}>
        Try again
      </button>
      <button className="btn plain" type="button" onClick={props.close}>
        Close
      </button>
    </div>
  );
}
