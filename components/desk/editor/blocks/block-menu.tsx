"use client";

import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { blockNow, blocksHere, deleteBlock, deleteBlocks, duplicateBlock, duplicateBlocks, isTurnable, moveBlock, type PlacedBlock, refusalToStash, stashBlock, takeOutOfStash } from "@/components/desk/editor/blocks/block-moves";
import { movableHere, movableInWords, moveHere, refusalToMove } from "@/components/desk/editor/blocks/move-here";
import { hasSettings } from "@/components/desk/editor/blocks/has-settings";
import { chosen } from "@/components/desk/editor/blocks/go-to-block";
import { type BlockFindings, howManyThings } from "@/components/desk/editor/checks/block-findings";
import { insertable, kindsOfText } from "@/components/desk/editor/menus/insertable";
import { ariaKeys, keys, spokenKeys } from "@/components/desk/editor/menus/shortcuts";
import { refusalToTurn } from "@/components/desk/editor/menus/where-it-fits";

type Props = { editor: Editor; block: PlacedBlock; close: () => void; openSettings: () => void; findings: BlockFindings | null; showCheck: (id: string) => void; say: (words: string) => void };

/** What can be done with a whole block; each has a key too. Arrows walk, Escape goes back to the text. */
export function BlockMenu({ editor, block, close, openSettings, findings, showCheck, say }: Props) {
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => menu.current?.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled="true"])')?.focus(), []);
  useEffect(() => {
    const outside = (event: MouseEvent) => {
      if (!menu.current?.parentElement?.contains(event.target as Node)) close();
    };
    document.addEventListener("mousedown", outside);
    return () => document.removeEventListener("mousedown", outside);
  }, [close]);

  const done = () => {
    close();
    // At once: the next key belongs to the text already.
    editor.view.focus();
  };

  const turned = (turn: () => unknown) => {
    const { from, to, head } = editor.state.selection;
    const now = blockNow(editor, block);
    if (!now) return;
    // Asked for by mouse, it may be another block than the caret's; in its own block the caret stays where it is. Whatever words are chosen: the block is meant.
    editor.commands.setTextSelection(from < now.from || to > now.to ? now.from + 1 : head);
    turn();
  };

  const settings = () => {
    const { selection } = editor.state;
    const now = blockNow(editor, block);
    close();
    if (!now) return;
    // Asked for by mouse, it may be another block than the caret's.
    if (selection.from < now.from || selection.to > now.to) editor.view.dispatch(chosen(editor.state, editor.state.tr, now.from));
    openSettings();
  };

  function walk(event: KeyboardEvent) {
    // Those that are not to be had too: they say why.
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      done();
    } else if (to !== undefined) {
      event.preventDefault();
      items[(to + items.length) % items.length]?.focus();
    }
  }

  const here = movableHere(editor.state);
  const { from, to, $from, $to } = editor.state.selection;
  /** Whether the key duplicates an item of a list, and not this block. */
  const inItem = from > block.from && to < block.to && $from.blockRange($to, ({ type }) => type.name === "listItem") !== null;
  /** What the keys move, where that is not this block alone. */
  const chosenHere = here && to > block.from && from < block.to && (here.kind !== "block" || here.first !== here.last) ? here : null;
  /** Blocks that are chosen together: the keys are theirs. */
  const several = chosenHere?.kind === "block" ? chosenHere : null;
  const isCorrection = block.node.type.name === "correctionNote";
  const item = (label: string, run: () => unknown, shortcut?: string, refusal: string | null = null) => (
    <button
      key={label}
      type="button"
      role="menuitem"
      tabIndex={-1}
      // The key is told apart.
      aria-label={refusal ? `${label}: ${refusal}` : label}
      aria-disabled={refusal !== null || undefined}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
      onClick={() => {
        if (refusal !== null) return;
        run();
        done();
      }}
    >
      <span>
        {label}
        {refusal && <small>{refusal}</small>}
      </span>
      {shortcut && <kbd>{spokenKeys(shortcut)}</kbd>}
    </button>
  );

  return (
    <div className="float menu" role="menu" aria-label="Block" ref={menu} onKeyDown={walk}>
      {chosenHere && item(`Move ${movableInWords(chosenHere)} up`, () => moveHere(editor, say, -1), keys.moveUp, refusalToMove(chosenHere, -1))}
      {chosenHere && item(`Move ${movableInWords(chosenHere)} down`, () => moveHere(editor, say, 1), keys.moveDown, refusalToMove(chosenHere, 1))}
      {item("Move up", () => moveBlock(editor, block, -1), chosenHere ? undefined : keys.moveUp, block.index === 0 ? "It is the first" : null)}
      {item("Move down", () => moveBlock(editor, block, 1), chosenHere ? undefined : keys.moveDown, block.index === editor.state.doc.childCount - 1 ? "It is the last" : null)}
      {several && item(`Duplicate ${movableInWords(several)}`, () => duplicateBlocks(editor, blocksHere(editor.state)), keys.duplicate)}
      {several && item(`Delete ${movableInWords(several)}`, () => deleteBlocks(editor, blocksHere(editor.state)), keys.remove)}
      {inItem && item("Duplicate the item", () => editor.commands.keyboardShortcut(keys.duplicate), keys.duplicate)}
      {item("Duplicate", () => duplicateBlock(editor, block), inItem || several ? undefined : keys.duplicate, isCorrection ? "A correction stands once" : null)}
      {item("Delete", () => deleteBlock(editor, block), several ? undefined : keys.remove, isCorrection ? "A correction stays" : null)}
      {hasSettings(block.node) && (
        <button type="button" role="menuitem" tabIndex={-1} onClick={settings}>
          Settings
        </button>
      )}
      {findings && (
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            close();
            if (findings.checks[0]) showCheck(findings.checks[0].id);
          }}
        >
          {howManyThings(findings)}
        </button>
      )}
      {isTurnable(block) && <h3 role="presentation">Turn into</h3>}
      {isTurnable(block) && kindsOfText.map((id) => item(insertable(id).label, () => turned(() => insertable(id).insert(editor, null)), insertable(id).keys, refusalToTurn(block.node, insertable(id))))}
      {block.node.type.name === "stash" ? item("Take out of the stash", () => takeOutOfStash(editor, block)) : item("Move to the stash", () => turned(() => stashBlock(editor)), undefined, refusalToStash(block.node))}
    </div>
  );
}
