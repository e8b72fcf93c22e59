"use client";

import type { Editor } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { findBlock } from "@/components/desk/editor/blocks/find-block";
import { sizeNames } from "@/components/desk/editor/blocks/size-names";
import { undoFromHere } from "@/components/desk/editor/blocks/undo-from-here";
import { settingsWritten } from "@/components/desk/editor/blocks/write-settings";
import { useCropTool } from "@/components/desk/editor/crop/use-crop-tool";
import { sameFields, useEditorPart } from "@/components/desk/editor/menus/editor-state";
import { walkBar } from "@/components/desk/editor/menus/walk-bar";
import { LateLibrary } from "@/components/desk/editor/library/late-library";
import { storyIsClosed } from "@/components/desk/editor/library/put-in-pictures";
import { asOneStep } from "@/components/desk/editor/paste/undo-paste";
import { untilHere } from "@/components/desk/editor/pictures/picture-queue";
import { Coming } from "@/components/desk/editor/pictures/coming";
import { replaceFigure, useReplacement } from "@/components/desk/editor/pictures/use-replacement";
import { Icon } from "@/components/desk/icon";
import type { CropBox } from "@/lib/content/stored/figure";

/** A picture or an embed that is chosen whole, as its menu shows it; in a gallery it takes the room that the gallery gives it. */
type Chosen = { id: string; kind: "figure" | "embed"; from: number; assetId: string; alt: string; decorative: boolean; role: string; crop: CropBox | null; inGallery: boolean };

const chosenOf = (editor: Editor): Chosen | null => {
  const { selection } = editor.state;
  if (!editor.isEditable || !(selection instanceof NodeSelection)) return null;
  const { name } = selection.node.type;
  const { id, assetId, alt, decorative, role, crop } = selection.node.attrs;
  if (!id || (name !== "figure" && name !== "embed")) return null;
  return { id, kind: name, from: selection.from, assetId: assetId ?? "", alt, decorative: decorative === true, role, crop: crop ?? null, inGallery: selection.$from.parent.type.name === "gallery" };
};

const same = (left: Chosen | null, right: Chosen | null) => left === right || (left !== null && right !== null && sameFields(left, right));

type Doors = { describe: (blockId: string) => void; openSettings: () => void };

/** At a picture that is chosen: what is done with pictures most. Everything here stands among its settings too; Alt+F10 leads here, Escape puts it away. */
export function PictureMenu({ editor, describe, openSettings }: { editor: Editor } & Doors) {
  const chosen = useEditorPart(editor, chosenOf, same);
  const [away, setAway] = useState<string | null>(null);
  const id = chosen?.id ?? null;

  useEffect(() => {
    setAway(null);
    if (id === null) return;
    const text = editor.view.dom;
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape") setAway(id);
      if (!event.altKey || event.key !== "F10") return;
      event.preventDefault();
      // Before the toolbar above, which has the same key: pressed once more, it leads there.
      event.stopImmediatePropagation();
      flushSync(() => setAway(null));
      document.querySelector<HTMLElement>('.picture-tools [tabindex="0"]')?.focus();
    };
    text.addEventListener("keydown", press, { capture: true });
    return () => text.removeEventListener("keydown", press, { capture: true });
  }, [editor, id]);

  if (!chosen || away === chosen.id) return null;
  return <Open key={chosen.id} editor={editor} chosen={chosen} describe={describe} openSettings={openSettings} />;
}

const firstStop = "alt";

function Open({ editor, chosen, describe, openSettings }: { editor: Editor; chosen: Chosen } & Doors) {
  const place = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(firstStop);
  const { id, kind, alt, decorative, role, inGallery } = chosen;
  useAtBlock(place, editor, id, kind);

  const set = (attributes: Record<string, unknown>) => {
    const node = findBlock(editor.state.doc, id)?.node;
    const change = node ? settingsWritten(editor.state, { id, node }, attributes) : null;
    if (change) asOneStep(editor.view, () => editor.view.dispatch(change));
  };
  const isMissing = !alt && !decorative;
  const sizes = Object.entries(sizeNames[kind]);
  const at = (name: string) => ({ "data-stop": name, tabIndex: stop === name ? 0 : -1 });
  return (
    <div className={`picture-place ${kind}`} ref={place}>
      <div
        className="float bubble picture-tools"
        role="toolbar"
        aria-label={kind === "figure" ? "Chosen picture" : "Chosen embed"}
        ref={bar}
        onFocus={(event) => setStop(event.target.getAttribute("data-stop") ?? stop)}
        onKeyDown={(event) => {
          // What is pressed in the open crop tool comes along here as well, and is the tool's own.
          if (!event.currentTarget.contains(event.target as Node)) return;
          undoFromHere(event, editor);
          if (event.altKey && event.key === "F10") toToolbar(event);
          else walkBar(event, bar.current, () => editor.view.focus());
        }}
      >
        <button type="button" className={isMissing ? "missing" : undefined} {...at("alt")} onMouseDown={keepFocus} onClick={() => (decorative ? openSettings() : describe(id))}>
          {isMissing && <Icon name="warn" />}
          {kind === "embed" ? (isMissing ? "No description yet" : "Description") : decorative ? "Only decorates" : isMissing ? "No alt text yet" : "Alt text"}
        </button>
        {kind === "figure" && <CropButton chosen={chosen} set={set} at={at("crop")} />}
        {!inGallery && (
          <select aria-label="Room it takes" title="Room it takes" value={role} {...at("role")} onChange={(event) => set({ role: event.target.value })}>
            {sizes.map(([name, shown]) => (
              <option key={name} value={name}>
                {shown}
              </option>
            ))}
          </select>
        )}
        {kind === "figure" && <ReplaceButtons editor={editor} chosen={chosen} at={at} />}
      </div>
    </div>
  );
}

function toToolbar(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.querySelector<HTMLElement>('.toolbar [tabindex="0"]')?.focus();
}

type Stop = { "data-stop": string; tabIndex: number };

// A press with the mouse leaves the picture chosen, and the focus in the text.
const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

function CropButton({ chosen, set, at }: { chosen: Chosen; set: (attributes: Record<string, unknown>) => void; at: Stop }): ReactNode {
  const { open, tool, problem } = useCropTool({ assetId: chosen.assetId, crop: chosen.crop, set: (crop) => set({ crop }) });
  return (
    <>
      <button type="button" aria-haspopup="dialog" {...at} onMouseDown={keepFocus} onClick={() => void open()}>
        Crop
      </button>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {tool}
    </>
  );
}

/** Another picture in its place: a file, or one that is here already. */
function ReplaceButtons({ editor, chosen, at }: { editor: Editor; chosen: Chosen; at: (name: string) => Stop }): ReactNode {
  const [isChoosing, setChoosing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { choose, upload } = useReplacement(editor, chosen);
  return (
    <>
      <button type="button" ref={button} {...at("replace")} onMouseDown={keepFocus} onClick={choose}>
        Replace
      </button>
      <button type="button" aria-haspopup="dialog" title="Replace it with one from the library" {...at("library")} onMouseDown={keepFocus} onClick={() => setChoosing(true)}>
        From the library
      </button>
      {isChoosing && <LateLibrary hindrance={() => (editor.isEditable ? null : storyIsClosed)} take={([picture]) => picture && void untilHere(replaceFigure(editor, chosen, picture))} close={() => setChoosing(false)} />}
      {upload && <Coming key={upload.id} upload={upload} back={button} />}
    </>
  );
}

/** Lays a frame over the block, in which the menu stays in sight as long as a part of the block does; it follows what is written above. */
function useAtBlock(place: { current: HTMLElement | null }, editor: Editor, id: string, kind: Chosen["kind"]): void {
  useLayoutEffect(() => {
    const lay = () => {
      const frame = place.current?.offsetParent;
      const found = editor.isDestroyed ? null : findBlock(editor.state.doc, id);
      const drawn = found && editor.view.nodeDOM(found.at);
      if (!place.current || !frame || !(drawn instanceof Element)) return;
      const block = (kind === "figure" ? (drawn.querySelector(".frame") ?? drawn) : drawn).getBoundingClientRect();
      place.current.style.insetBlockStart = `${Math.round(block.top - frame.getBoundingClientRect().top)}px`;
      place.current.style.blockSize = `${Math.round(block.height)}px`;
    };
    let waiting = 0;
    const later = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(lay);
    };
    lay();
    // Pictures come in, windows change, and other people write above.
    const sizes = new ResizeObserver(later);
    sizes.observe(editor.view.dom);
    editor.on("update", later);
    return () => {
      cancelAnimationFrame(waiting);
      sizes.disconnect();
      editor.off("update", later);
    };
  }, [place, editor, id, kind]);
}
