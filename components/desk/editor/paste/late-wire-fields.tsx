"use client";

import type { ComponentProps } from "react";
import type { WireFieldList } from "@/components/desk/editor/paste/wire-field-list";
import { useLate } from "@/components/desk/editor/use-late";

// Wires are pasted at few desks: what is offered of theirs comes with the first one.
const load = () => import("@/components/desk/editor/paste/wire-field-list");

/** What a wire said about its story, to be used; of any other paste nothing. */
export function LateWireFields(props: ComponentProps<typeof WireFieldList>) {
  const any = Object.keys(props.fields).length > 0;
  const { late, again } = useLate(load, any);
  if (!any || late === "coming") return null;
  if (late !== "lost") return <late.module.WireFieldList {...props} />;
  return (
    <p role="alert">
      What the wire says of its story waits in the stash; without the line it cannot be used from here.{" "}
      <button className="btn" type="button" onClick={again}>
        Try again
      </button>
    </p>
  );
}
