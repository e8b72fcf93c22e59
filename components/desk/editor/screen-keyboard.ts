import { useEffect, useState } from "react";

/** What the browser says of the window and of the part of it that is seen. */
export type Seen = { windowHeight: number; height: number; offsetTop: number; scale: number };

/** Less than this is a bar of the browser's own, in CSS pixels. */
const leastKeyboard = 120;

/** How much of the window's foot an on-screen keyboard covers, in CSS pixels; enlarging the page with two fingers covers nothing. */
export function coveredByKeyboard({ windowHeight, height, offsetTop, scale }: Seen): number {
  const covered = Math.round(windowHeight - height * scale - (scale > 1.01 ? 0 : offsetTop));
  return covered >= leastKeyboard ? covered : 0;
}

/**
 * Tells the styles how high the on-screen keyboard stands (`--keyboard`, and `data-keyboard` while there is one), so that the editor ends
 * above it. Browsers lay it over the page. What is being written stays in sight. True while there is one.
 */
export function useScreenKeyboard(): boolean {
  const [isUp, setUp] = useState(false);
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return;
    const root = document.documentElement;
    let before = 0;
    const follow = () => {
      const covered = coveredByKeyboard({ windowHeight: innerHeight, height: seen.height, offsetTop: seen.offsetTop, scale: seen.scale });
      if (covered === before) return;
      before = covered;
      root.style.setProperty("--keyboard", `${covered}px`);
      root.toggleAttribute("data-keyboard", covered > 0);
      setUp(covered > 0);
      if (covered > 0) showWhereOneWrites();
    };
    follow();
    seen.addEventListener("resize", follow);
    seen.addEventListener("scroll", follow);
    return () => {
      seen.removeEventListener("resize", follow);
      seen.removeEventListener("scroll", follow);
      root.style.removeProperty("--keyboard");
      root.removeAttribute("data-keyboard");
    };
  }, []);
  return isUp;
}

function showWhereOneWrites(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement)) return;
  const caret = field.isContentEditable ? document.getSelection()?.focusNode : field;
  (caret instanceof Element ? caret : caret?.parentElement)?.scrollIntoView({ block: field.isContentEditable ? "nearest" : "center" });
}
