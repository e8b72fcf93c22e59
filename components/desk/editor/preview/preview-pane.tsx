"use client";

import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { keepChoices, keptChoice } from "@/components/desk/editor/preview/kept-choice";
import { PreviewFrames, type Theme } from "@/components/desk/editor/preview/preview-frames";
import { tabPanel, Tabs } from "@/components/desk/tabs";
import { type Look, lookNames, looks, previewPath } from "@/lib/articles/looks";

const screens = { phone: ["Phone", 390], tablet: ["Tablet", 768], desktop: ["Desktop", 1280] } as const;
type Screen = keyof typeof screens;
const themes = ["light", "dark"] as const satisfies readonly Theme[];

/** From this width on the preview stands beside the text; below, it lies over it. */
const besideFrom = "(min-width: 64rem)";

/** The story as readers will see it, beside the text and following it; over the whole window where it has to, or is asked to. */
export function PreviewPane({ connection, editor, articleId, close }: { connection: StoryConnection; editor: Editor | null; articleId: string; close: () => void }) {
  const [look, setLook] = useState<Look>("page");
  const [screen, setScreen] = useState<Screen>(() => keptChoice(Object.keys(screens) as Screen[]) ?? "phone");
  const [theme, setTheme] = useState<Theme>(() => keptChoice(themes) ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  const [scripts, setScripts] = useState(true);
  const [whole, setWhole] = useState(false);
  const fits = useMedia(besideFrom);
  const over = whole || !fits;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const size = useSize(stage);
  // A card of somebody else's page is no page of ours: it is read at its own size, in the room that there is.
  const isCard = look === "search" || look === "social" || look === "feed";
  const width = isCard ? Math.max(screens.phone[1], Math.min(screens[screen][1], size.width)) : screens[screen][1];
  const scale = Math.min(1, size.width / width);

  // Where no light was chosen the system's goes on to be followed.
  const choose = (onScreen: Screen, inLight: Theme | null) => {
    setScreen(onScreen);
    if (inLight) setTheme(inLight);
    keepChoices(onScreen, inLight ?? keptChoice(themes) ?? "");
  };

  const held = useRef<HTMLElement | null>(null);

  // Over the text it holds the focus; beside it one goes to and fro. Changing places leaves the focus on what was pressed.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (over) element?.showModal();
    else element?.show();
    held.current?.focus();
    return () => {
      held.current = element?.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
      element?.close();
    };
  }, [over]);

  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };

  return (
    <dialog
      className={over ? "preview-pane over" : "preview-pane"}
      ref={dialog}
      aria-label="Preview beside the text"
      onKeyDown={pressed}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div className="tabs">
        <Tabs id={id} label="Shown as" tabs={looks.map((one) => ({ name: one, label: lookNames[one], panel: `${id}-stage` }))} shown={look} show={setLook} />
        <button className="close" type="button" onClick={close}>
          Close
        </button>
      </div>
      <div className="choices">
        <fieldset>
          <legend className="hidden">Screen</legend>
          {(Object.keys(screens) as Screen[]).map((one) => (
            <button key={one} className="btn" type="button" aria-pressed={one === screen} title={`${screens[one][1]} pixels across`} onClick={() => choose(one, null)}>
              {screens[one][0]}
            </button>
          ))}
        </fieldset>
        <fieldset>
          <legend className="hidden">Light</legend>
          {themes.map((one) => (
            <button key={one} className="btn" type="button" aria-pressed={one === theme} onClick={() => choose(screen, one)}>
              {one === "light" ? "Light" : "Dark"}
            </button>
          ))}
        </fieldset>
        <button className="btn" type="button" aria-pressed={scripts} title="Everything must be readable without JavaScript" onClick={() => setScripts(!scripts)}>
          JavaScript
        </button>
        {fits && (
          <button className="btn" type="button" aria-pressed={whole} onClick={() => setWhole(!whole)}>
            Whole window
          </button>
        )}
      </div>
      <div className="stage" ref={stage} {...tabPanel(id, look, `${id}-stage`)}>
        {size.width > 0 && (
          <div className="screen" style={{ inlineSize: width * scale }}>
            <PreviewFrames connection={connection} editor={editor} address={previewPath(articleId, look, true)} scripts={scripts} theme={theme} width={width} height={size.height / scale} scale={scale} close={close} />
          </div>
        )}
      </div>
    </dialog>
  );
}

function useMedia(query: string): boolean {
  const [fits, setFits] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = () => setFits(media.matches);
    media.addEventListener("change", follow);
    return () => media.removeEventListener("change", follow);
  }, [query]);
  return fits;
}

/** The room inside an element, as it changes. */
function useSize(element: { current: HTMLElement | null }): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new ResizeObserver(() => setSize({ width: watched.clientWidth, height: watched.clientHeight }));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
