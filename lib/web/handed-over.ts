import { createElement, type ComponentType, type ReactElement } from "react";
import { currentRequest } from "@/lib/web/reader-request";

/** Where a view's props lie while its page renders; or the props themselves, where no reader's request is under way (docs/decisions/0017). */
export type Handed<Props> = { place: number } | { props: Props };

/**
 * Lays a view's props beside the request for the pass that draws it. Handed through React they would be written out and read back, which
 * costs as much as drawing them, and no browser ever asks for what was written.
 */
export function handOver<Props>(props: Props): Handed<Props> {
  const request = currentRequest();
  return request ? { place: request.handed.push(props) - 1 } : { props };
}

/** The view as a client component that takes its props from where `handOver` laid them. */
export function drawnOnce<Props extends object>(View: ComponentType<Props>): (handed: { view: Handed<Props> }) => ReactElement {
  return function Drawn({ view }) {
    return createElement(View, "props" in view ? view.props : (taken(view.place) as Props));
  };
}

function taken(place: number): unknown {
  const props = currentRequest()?.handed[place];
  // A browser has no request to look in: pages of the paper carry no script that could ask.
  if (props === undefined) throw new Error("A page of the paper is drawn on the server, while its request is under way.");
  return props;
}
