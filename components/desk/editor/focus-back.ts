import { type RefObject, useLayoutEffect, useRef } from "react";

/** When an element goes with the focus in it, `next` takes the focus: it would fall to the page otherwise, and the next Tab begin at the top. */
export function useFocusBack(element: RefObject<HTMLElement | null>, next: () => HTMLElement | null | undefined): void {
  const latest = useRef(next);
  latest.current = next;
  useLayoutEffect(() => {
    const place = element.current;
    return () => {
      if (place?.contains(document.activeElement)) latest.current()?.focus();
    };
  }, [element]);
}
