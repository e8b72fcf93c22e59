import type { StoryConnection } from "@/components/desk/editor/connection";

type Followed = { id: string; name: string; hand: number };

/** So near to the edge of the window, in pixels, somebody's caret is brought back to the middle. */
const margin = 120;

/**
 * Keeps the caret of a colleague, or the field she is in, before one's eyes, until one acts oneself (a key, a press, the wheel), she goes, or it is ended
 * from outside: then `ended` is told. Nothing of one's own place in the text is touched. Keys and presses within `own` are no acts. Returns how to end it.
 */
export function followColleague(connection: StoryConnection, whom: Followed, own: Element, ended: () => void): () => void {
  const { awareness } = connection.provider;
  let asked = 0;
  const look = () => {
    cancelAnimationFrame(asked);
    // The editor draws the carets anew in a frame of its own.
    asked = requestAnimationFrame(() => requestAnimationFrame(() => (isHere(connection, whom) ? show(whom) : end())));
  };
  const act = (event: Event) => {
    const isOwn = event.target instanceof Node && own.contains(event.target);
    const isModifier = event instanceof KeyboardEvent && ["Shift", "Control", "Alt", "Meta"].includes(event.key);
    if (event instanceof KeyboardEvent && event.key === "Escape" ? true : !isOwn && !isModifier) end();
  };
  const acts = ["keydown", "pointerdown", "wheel", "touchmove"] as const;
  const stop = () => {
    cancelAnimationFrame(asked);
    awareness?.off("change", look);
    connection.doc.off("update", look);
    for (const name of acts) removeEventListener(name, act, true);
  };
  const end = () => {
    stop();
    ended();
  };
  awareness?.on("change", look);
  connection.doc.on("update", look);
  for (const name of acts) addEventListener(name, act, { capture: true, passive: true });
  look();
  return stop;
}

const isHere = (connection: StoryConnection, { id }: Followed) => connection.snapshot().colleagues.some((one) => one.id === id);

/** Her caret in the text, or her name beside a field; nothing where she is at neither. */
function placeOf({ name, hand }: Followed): Element | undefined {
  return [...document.querySelectorAll(`.here-now .h${hand}c, .doc .caret.h${hand}c`)].find((one) => one.textContent?.includes(name));
}

function show(whom: Followed): void {
  const place = placeOf(whom);
  const box = place?.getBoundingClientRect();
  if (place && box && (box.top < margin || box.bottom > innerHeight - margin)) place.scrollIntoView({ block: "center" });
}
