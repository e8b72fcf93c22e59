"use client";

import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { insertable, kindsOfText } from "@/components/desk/editor/menus/insertable";
import { type InsertDoor, putIn } from "@/components/desk/editor/menus/put-in";
import { ariaKeys, spokenKeys } from "@/components/desk/editor/menus/shortcuts";
import { type Place, refusalAt } from "@/components/desk/editor/menus/where-it-fits";
import { Icon } from "@/components/desk/icon";

export const styleLabel = "Paragraph style";

const choices = kindsOfText.map(insertable);

type Props = { editor: Editor; door: InsertDoor; /** What the text is called. */ kind: string; place: Place | null; tabIndex: number };

/**
 * What the text is, and what it can be turned into. Nothing changes before a choice is made: a select would act at every arrow where a
 * system closes it, and hide why something cannot be had. The focus stays here; the arrows walk, Enter takes, Escape and Tab leave.
 */
export function StyleChoice({ editor, door, kind, place, tabIndex }: Props) {
  const [walked, setWalked] = useState<number | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const at = walked === null ? null : choices[walked];

  const open = () => setWalked(Math.max(0, choices.findIndex((one) => one.label === kind)));
  const close = () => setWalked(null);
  const take = (one: (typeof choices)[number]) => {
    // It stays open where it says why not: something else can be had.
    if (one.label !== kind) putIn(editor, door, one.id);
    if (refusalAt(place, one) !== null && one.label !== kind) return;
    close();
    editor.view.focus();
  };

  function press(event: KeyboardEvent) {
    const { key } = event;
    const isLetter = key.length === 1 && key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (walked === null) {
      if (key !== "ArrowDown" && key !== "ArrowUp" && !isLetter) return;
      event.preventDefault();
      if (!isLetter) return open();
    }
    const here = walked ?? choices.findIndex((one) => one.label === kind);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: choices.length - 1 }[key];
    // Its own, not the bar's.
    if (key !== "Tab") event.stopPropagation();
    if (to !== undefined) setWalked(Math.min(Math.max(to, 0), choices.length - 1));
    else if (isLetter) {
      const after = [...choices.keys()].map((step) => (here + 1 + step) % choices.length);
      setWalked(after.find((index) => choices[index]?.label.toLowerCase().startsWith(key.toLowerCase())) ?? Math.max(here, 0));
    } else if ((key === "Enter" || key === " ") && at) take(at);
    else if (key === "Escape" || key === "Tab") close();
    if (key !== "Tab") event.preventDefault();
  }

  const isOpen = walked !== null;
  useLayoutEffect(() => {
    const [element, bar] = [list.current, button.current?.getBoundingClientRect()];
    if (!isOpen || !element || !bar) return;
    element.style.insetInlineStart = `${Math.max(8, Math.min(bar.left, innerWidth - element.offsetWidth - 8))}px`;
    const under = innerHeight - bar.bottom - 12;
    // On a phone the bar stands at the foot.
    const above = under < 240;
    element.style.insetBlockStart = above ? "auto" : `${bar.bottom + 4}px`;
    element.style.insetBlockEnd = above ? `${innerHeight - bar.top + 4}px` : "auto";
    element.style.maxBlockSize = `${above ? bar.top - 12 : under}px`;
  }, [isOpen]);
  useLayoutEffect(() => {
    if (walked !== null) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [walked]);

  return (
    <>
      <button
        type="button"
        role="combobox"
        className="style"
        ref={button}
        aria-label={styleLabel}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? "style-choices" : undefined}
        aria-activedescendant={at ? `style-${at.id}` : undefined}
        title={styleLabel}
        tabIndex={tabIndex}
        onClick={() => {
          // Safari gives a pressed button no focus, and the keys would stay the text's.
          button.current?.focus();
          if (isOpen) close();
          else open();
        }}
        onKeyDown={press}
        onBlur={close}
      >
        {kind}
      </button>
      {isOpen && createPortal(
        <div className="float slash open" ref={list}>
          <div id="style-choices" role="listbox" tabIndex={-1} aria-label={styleLabel} onMouseDown={(event) => event.preventDefault()}>
            {choices.map((one, index) => {
              const refusal = refusalAt(place, one);
              return (
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the button, which says which is meant.
                // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the button's.
                <div key={one.id} id={`style-${one.id}`} role="option" aria-selected={index === walked} aria-disabled={refusal !== null || undefined} aria-keyshortcuts={one.keys && ariaKeys(one.keys)} onClick={() => take(one)}>
                  <Icon name={one.label === kind ? "fine" : one.icon} />
                  <span>
                    {one.label}
                    <small>{one.label === kind ? "It is one already" : (refusal ?? one.hint)}</small>
                  </span>
                  {one.keys && <kbd>{spokenKeys(one.keys)}</kbd>}
                </div>
              );
            })}
          </div>
        </div>,
        // Not in the bar, which scrolls sideways and would cut it off.
        button.current?.closest(".tools-above") ?? document.body,
      )}
    </>
  );
}
