"use client";

import type { Editor } from "@tiptap/core";
import type { Transaction } from "@tiptap/pm/state";
import { createContext, type FocusEvent, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { takeOverCaret } from "@/components/desk/editor/caret";
import type { BodyDoor } from "@/components/desk/editor/body-tools";
import { sameFields, useEditorPart } from "@/components/desk/editor/menus/editor-state";
import { insertable } from "@/components/desk/editor/menus/insertable";
import { putIn } from "@/components/desk/editor/menus/put-in";
import { ariaKeys, isPressed, keys, titleWithKeys } from "@/components/desk/editor/menus/shortcuts";
import { openSlashUnder } from "@/components/desk/editor/menus/slash-plugin";
import { StyleChoice, styleLabel } from "@/components/desk/editor/menus/style-choice";
import { walkBar } from "@/components/desk/editor/menus/walk-bar";
import { type MarkName, markTools, putMark } from "@/components/desk/editor/menus/put-mark";
import { kindOfText, placeOf, refusalAt, refusalOfMark, textHere } from "@/components/desk/editor/menus/where-it-fits";
import { useLate } from "@/components/desk/editor/use-late";
import { AttributeForm, LinkForm } from "@/components/desk/editor/toolbar-forms";
import { Icon } from "@/components/desk/icon";
import { blockquoteWords } from "@/lib/content/blocks/blockquote";
import { pullQuoteWords } from "@/lib/content/blocks/pull-quote";

type Small = "link" | "lang" | "source" | "attribution" | null;

const sourceLabel = blockquoteWords.source.label;
const whoLabel = pullQuoteWords.attribution.label;
const firstStop = styleLabel;

// Seldom wanted: it comes when it is.
const loadLanguageForm = () => import("@/components/desk/editor/passage-language-form");

/** The one control of the bar that Tab reaches. */
const TabStop = createContext(firstStop);

/** What may be done with the text at the caret: one tab stop, which stays on the control used last, arrows within, Escape back to the text. */
export function Toolbar({ editor, door, story, timeZone, children }: { editor: Editor; door: BodyDoor; story: string; timeZone: string; /** What hangs under the bar, however many rows it takes. */ children?: ReactNode }) {
  const [open, setOpen] = useState<Small>(null);
  const { late: language } = useLate(loadLanguageForm, open === "lang");
  const [last, setLast] = useState(firstStop);
  const bar = useRef<HTMLDivElement>(null);
  const is = useEditorPart(
    editor,
    (now) => ({
      strong: now.isActive("strong"),
      em: now.isActive("em"),
      link: now.isActive("link"),
      sub: now.isActive("subscript"),
      sup: now.isActive("superscript"),
      foreign: now.isActive("lang"),
      bullets: now.isActive("bulletList"),
      numbers: now.isActive("orderedList"),
      quote: now.isActive("blockquote"),
      pull: now.isActive("pullQuote"),
      style: kindOfText(now),
      place: placeOf(now.state),
      kinds: textHere(now.state),
    }),
    sameFields,
  );
  const run = () => editor.chain().focus();
  const put = (id: string) => {
    const one = insertable(id);
    return { label: one.label, shortcut: one.keys, refusal: refusalAt(is.place, one), press: () => putIn(editor, door, id) };
  };
  const close = () => {
    setOpen(null);
    editor.view.focus();
  };
  const mark = (name: MarkName) => {
    const { label, keys: shortcut } = markTools[name];
    return { label, shortcut, refusal: refusalOfMark(editor.schema, is.kinds, name), press: () => (open === name ? close() : putMark(editor, door, name)) };
  };
  const toggle = (form: Small) => (open === form ? close() : setOpen(form));

  // Controls come and go with the block at the caret; the stop is then the first.
  const gone = (last === sourceLabel && !is.quote) || (last === whoLabel && !is.pull);
  const stop = gone ? firstStop : last;

  useEffect(() => {
    const text = editor.view.dom;
    const press = (event: globalThis.KeyboardEvent) => {
      const [toBar, toLink, toLanguage] = [isPressed(event, keys.toolbar), isPressed(event, keys.link), isPressed(event, keys.language)];
      if (!toBar && !toLink && !toLanguage) return;
      event.preventDefault();
      takeOverCaret(editor.view);
      if (toBar) bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
      else putMark(editor, door, toLink ? "link" : "lang");
    };
    text.addEventListener("keydown", press);
    return () => text.removeEventListener("keydown", press);
  }, [editor, door]);

  // Whoever writes on elsewhere has left the form; what colleagues write closes nothing.
  useEffect(() => {
    if (!open) return;
    const written = ({ transaction }: { transaction: Transaction }) => editor.isFocused && transaction.docChanged && !transaction.getMeta("y-sync$") && setOpen(null);
    editor.on("transaction", written);
    return () => void editor.off("transaction", written);
  }, [editor, open]);

  useEffect(() => {
    const opens = (form: "link" | "lang") => () => {
      flushSync(() => setOpen(form));
      // Opened already, it is gone back to.
      document.querySelector<HTMLElement>(".tools-above .small-form :is(input, select)")?.focus();
    };
    door.openLink = opens("link");
    door.openLanguage = opens("lang");
  }, [door]);

  return (
    <div className="tools-above">
      <TabStop value={stop}>
        <div className="toolbar" role="toolbar" aria-label="Text" ref={bar} onKeyDown={(event) => walkBar(event, bar.current, () => editor.view.focus())} onFocus={(event: FocusEvent) => setLast(event.target.getAttribute("aria-label") ?? firstStop)}>
          <StyleChoice editor={editor} door={door} kind={is.style} place={is.place} tabIndex={stop === firstStop ? 0 : -1} />
          <hr />
          <Tool {...mark("strong")} on={is.strong}>
            <b>B</b>
          </Tool>
          <Tool {...mark("em")} on={is.em}>
            <i className="serif">I</i>
          </Tool>
          <Tool {...mark("link")} on={is.link}>
            <Icon name="link" />
          </Tool>
          <Tool {...mark("subscript")} on={is.sub}>
            <Icon name="subscript" />
          </Tool>
          <Tool {...mark("superscript")} on={is.sup}>
            <Icon name="superscript" />
          </Tool>
          <Tool {...mark("lang")} on={is.foreign}>
            <Icon name="foreign" />
          </Tool>
          <hr />
          <Tool {...put("bullets")} on={is.bullets}>
            <Icon name="list" />
          </Tool>
          <Tool {...put("numbers")} on={is.numbers}>
            <Icon name="numbers" />
          </Tool>
          <Tool {...put("quotation")} on={is.quote}>
            <Icon name="quote" />
          </Tool>
          {is.quote && (
            <Tool label={sourceLabel} press={() => toggle("source")}>
              Source
            </Tool>
          )}
          <Tool {...put("pull-quote")} on={is.pull}>
            <Icon name="pull" />
          </Tool>
          {is.pull && (
            <Tool label={whoLabel} press={() => toggle("attribution")}>
              Who
            </Tool>
          )}
          <Tool {...put("break")}>
            <Icon name="break" />
          </Tool>
          <Tool label="Insert" press={() => openSlashUnder(editor)}>
            <Icon name="add" />
            Insert
          </Tool>
          <Tool label="Block menu" shortcut={keys.blockMenu} press={() => door.openMenu()}>
            <Icon name="grip" />
          </Tool>
          <Tool label="Find" shortcut={keys.replace} press={() => door.openFind()}>
            <Icon name="find" />
          </Tool>
          <hr />
          <Tool label="Undo" shortcut={keys.undo} press={() => run().undo().run()}>
            <Icon name="undo" />
          </Tool>
          <Tool label="Redo" shortcut={keys.redo} press={() => run().redo().run()}>
            <Icon name="redo" />
          </Tool>
        </div>
      </TabStop>
      {open === "link" && <LinkForm editor={editor} story={story} timeZone={timeZone} close={() => setOpen(null)} />}
      {open === "lang" && typeof language === "object" && <language.module.PassageLanguageForm editor={editor} close={() => setOpen(null)} />}
      {open === "lang" && language === "lost" && <p role="alert">This form cannot be reached without the line.</p>}
      {open === "source" && <AttributeForm editor={editor} node="blockquote" attribute="source" line={blockquoteWords.source} close={() => setOpen(null)} />}
      {open === "attribution" && <AttributeForm editor={editor} node="pullQuote" attribute="attribution" line={pullQuoteWords.attribution} close={() => setOpen(null)} />}
      {children}
    </div>
  );
}

function Tool({ label, shortcut, on, refusal = null, press, children }: { label: string; shortcut?: string | undefined; on?: boolean; /** Why it cannot be done here; it can be reached all the same, and says so. */ refusal?: string | null; press: () => void; children: ReactNode }) {
  const stop = useContext(TabStop);
  return (
    <button type="button" aria-label={label} title={titleWithKeys(label, shortcut, refusal)} aria-keyshortcuts={shortcut && ariaKeys(shortcut)} aria-pressed={on} aria-disabled={refusal !== null || undefined} tabIndex={label === stop ? 0 : -1} onMouseDown={(event) => event.preventDefault()} onClick={press}>
      {children}
    </button>
  );
}
