"use client";

import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useRef, useState } from "react";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { madeCrops } from "@/components/desk/editor/crop/made-crops";
import { CaretFollower } from "@/components/desk/editor/preview/follow-caret";
import { followCommits } from "@/components/desk/editor/preview/follow";

export type Theme = "light" | "dark";

type Frame = { number: number; address: string; scripts: boolean };
type Props = { connection: StoryConnection; editor: Editor | null; address: string; scripts: boolean; theme: Theme; width: number; height: number; scale: number; close: () => void };

/**
 * The preview as the server draws it, in a frame. When something was committed, the next one is loaded unseen behind it, scrolled to the
 * same place and put in its stead, so that nothing flickers or jumps.
 */
export function PreviewFrames({ connection, editor, address, scripts, theme, width, height, scale, close }: Props) {
  /** Oldest first: the one that is shown, and the one that is loading. */
  const [frames, setFrames] = useState<readonly Frame[]>([]);
  const [shown, setShown] = useState<Frame | null>(null);
  const [failed, setFailed] = useState(false);
  const elements = useRef(new Map<number, HTMLIFrameElement>());
  const count = useRef(0);
  const loading = useRef<number | null>(null);
  /** Whether something was committed since the frame that is loading was asked for. */
  const stale = useRef(false);

  const inSight = useRef<number | null>(null);
  const [caret] = useState(() => new CaretFollower(() => (inSight.current === null ? undefined : elements.current.get(inSight.current))));

  useEffect(() => editor?.isDestroyed === false ? caret.watch(editor) : undefined, [editor, caret]);

  const load = useCallback(() => {
    const frame = { number: ++count.current, address, scripts };
    loading.current = frame.number;
    stale.current = false;
    setFrames((now) => [...now.slice(0, 1), frame]);
  }, [address, scripts]);

  useEffect(() => {
    load();
    const look = () => {
      // One at a time: what comes meanwhile is fetched when that one is there.
      if (loading.current === null) load();
      else stale.current = true;
    };
    const stops = [followCommits((listener) => connection.onCommitted(listener), look), connection.onStoryEvent(look), madeCrops.onMade(look)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [connection, load]);

  useEffect(() => {
    for (const element of elements.current.values()) light(element, theme);
  }, [theme]);

  function loaded(frame: Frame, element: HTMLIFrameElement) {
    if (frame.number !== loading.current) return;
    loading.current = null;
    // What may not be framed, or was not answered, is a page that we cannot look into.
    const came = element.contentDocument?.getElementById("main") !== null && element.contentDocument !== null;
    setFailed(!came);
    if (came) {
      settle(element, theme, close);
      const before = shown && elements.current.get(shown.number);
      if (before && shown.address === frame.address) element.contentWindow?.scrollTo(before.contentWindow?.scrollX ?? 0, before.contentWindow?.scrollY ?? 0);
      inSight.current = frame.number;
      caret.settle(element);
      const hadFocus = before && document.activeElement === before;
      setShown(frame);
      setFrames([frame]);
      if (hadFocus) requestAnimationFrame(() => element.focus());
    } else setFrames(shown ? [shown] : []);
    if (stale.current) load();
  }

  return (
    <>
      {frames.map((frame) => (
        <iframe
          key={frame.number}
          ref={(element) => {
            if (element) elements.current.set(frame.number, element);
            return () => void elements.current.delete(frame.number);
          }}
          src={frame.address}
          title={frame === shown ? "As readers will see it" : "What comes next"}
          // Ours, so that the desk may look into it; without a form, a window or a way to lead the desk elsewhere.
          sandbox={frame.scripts ? "allow-same-origin allow-scripts" : "allow-same-origin"}
          className={frame === shown ? "current" : "coming"}
          inert={frame !== shown}
          style={{ inlineSize: width, blockSize: height, transform: `scale(${scale})` }}
          onLoad={(event) => loaded(frame, event.currentTarget)}
        />
      ))}
      {failed && (
        <p className="notice" role="status">
          The preview cannot be shown just now. It is tried again when the story changes.
        </p>
      )}
    </>
  );
}

/** Light or dark, as if the reader had chosen it. */
function light(element: HTMLIFrameElement, theme: Theme): void {
  const root = element.contentDocument?.documentElement;
  if (root) root.dataset.theme = theme;
}

/** What the desk does in a page that was loaded: its light, Escape, and links, which would lead to what may not be framed. */
function settle(element: HTMLIFrameElement, theme: Theme, close: () => void): void {
  light(element, theme);
  const page = element.contentDocument;
  page?.addEventListener("keydown", (event) => event.key === "Escape" && close());
  page?.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a[href]");
    const href = link?.getAttribute("href") ?? "#";
    if (!link || href.startsWith("#")) return;
    event.preventDefault();
    window.open(new URL(href, location.href), "_blank", "noopener");
  });
}
