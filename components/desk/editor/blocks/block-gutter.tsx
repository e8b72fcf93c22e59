"use client";

import type { Editor } from "@tiptap/core";
import { useLayoutEffect, useRef, useState } from "react";
import { BlockMenu } from "@/components/desk/editor/blocks/block-menu";
import { blockAt, blockAtCaret, blockNow, type PlacedBlock } from "@/components/desk/editor/blocks/block-moves";
import { dragBlocks } from "@/components/desk/editor/blocks/drag-blocks";
import type { BlockFindings } from "@/components/desk/editor/checks/block-findings";
import { openSlashUnder } from "@/components/desk/editor/menus/slash-plugin";
import { Icon } from "@/components/desk/icon";

/** Whose menu is open: the block's under the mouse, or, asked for by key, the caret's. */
export type OpenMenu = "mouse" | "caret" | null;

type Props = { editor: Editor; menu: OpenMenu; setMenu: (menu: OpenMenu) => void; openSettings: () => void; findings: readonly BlockFindings[]; showCheck: (id: string) => void; say: (words: string) => void };

/** Which block the mouse or the caret is in, and how far down it begins. */
type Beside = { index: number; top: number };

/** Beside the block: a plus that opens the slash menu under it, and a handle that drags it or opens its menu. */
export function BlockGutter({ editor, menu, setMenu, openSettings, findings, showCheck, say }: Props) {
  const gutter = useRef<HTMLDivElement>(null);
  const [beside, setBeside] = useState<Beside | null>(null);

  useLayoutEffect(() => {
    const text = editor.view.dom;
    const place = (index: number, element: Element) => {
      // Not the offset parent: as long as it is hidden it has none, and it would stay hidden.
      const here = gutter.current;
      const frame = here?.closest(".sheet")?.getBoundingClientRect();
      if (!here || !frame) return;
      const top = Math.round(element.getBoundingClientRect().top - frame.top);
      // At once: a menu that opens here brings itself into sight.
      here.style.insetBlockStart = `${top}px`;
      setBeside((before) => (before?.index === index && before.top === top ? before : { index, top }));
    };
    const follow = (event: MouseEvent) => {
      const element = event.target instanceof Element ? topLevel(event.target, text) : null;
      if (!element) return;
      const at = editor.view.posAtDOM(element, 0);
      place(editor.state.doc.resolve(at).index(0), element);
    };
    const followCaret = () => {
      const block = blockAtCaret(editor);
      const element = block && editor.view.nodeDOM(block.from);
      if (block && element instanceof Element) place(block.index, element);
    };
    let waiting = 0;
    const later = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(followCaret);
    };
    // An open menu stays beside its block, whatever the mouse passes and colleagues write.
    if (menu === null) {
      // Each move, not each element that is entered: what stands above may grow meanwhile, and the mouse be in the same block at another place.
      text.addEventListener("mousemove", follow);
      editor.on("selectionUpdate", later);
    } else if (menu === "caret") followCaret();
    return () => {
      cancelAnimationFrame(waiting);
      // What was done with the block may have moved it.
      if (menu !== null) requestAnimationFrame(() => editor.isDestroyed || followCaret());
      text.removeEventListener("mousemove", follow);
      editor.off("selectionUpdate", later);
    };
  }, [editor, menu]);

  const shown = useRef<{ menu: OpenMenu; block: PlacedBlock | null }>({ menu, block: null });
  if (menu === null || menu !== shown.current.menu) shown.current = { menu, block: menu === "caret" ? blockAtCaret(editor) : beside ? blockAt(editor, beside.index) : null };
  const { block } = shown.current;
  const add = () => {
    const now = block && blockNow(editor, block);
    if (now) openSlashUnder(editor, now.to);
  };

  return (
    <div className="gutter beside" ref={gutter} hidden={!block} style={beside ? { insetBlockStart: `${beside.top}px` } : undefined}>
      <button type="button" aria-label="Insert under this block" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={add}>
        <Icon name="add" />
      </button>
      <button
        type="button"
        aria-label="Menu of this block"
        aria-haspopup="menu"
        aria-expanded={menu !== null}
        tabIndex={-1}
        draggable
        onDragStart={(event) => {
          const now = block && blockNow(editor, block);
          if (!now) return;
          event.dataTransfer.effectAllowed = "move";
          event.dataTransfer.setData("text/plain", dragBlocks(editor.view, now.index));
        }}
        // Let go of outside the text it moves nothing, and what comes from elsewhere next is no move.
        onDragEnd={() => {
          editor.view.dragging = null;
        }}
        onClick={() => setMenu(menu === null ? "mouse" : null)}
      >
        <Icon name="grip" />
      </button>
      {menu !== null && block && <BlockMenu editor={editor} block={block} close={() => setMenu(null)} openSettings={openSettings} findings={findings.find((one) => one.block === block.node.attrs.id) ?? null} showCheck={showCheck} say={say} />}
    </div>
  );
}

function topLevel(inside: Element, text: Element): Element | null {
  let element: Element | null = inside;
  while (element && element.parentElement !== text) element = element.parentElement;
  return element;
}
