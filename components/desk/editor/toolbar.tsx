"use client";

import type { Editor } from "@tiptap/core";
import { createContext, type FocusEvent, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { takeOverCaret } from "@/components/desk/editor/caret";
import type { BodyDoor } from "@/components/desk/editor/body-tools";
import { sameFields, useEditorPart } from "@/components/desk/editor/menus/editor-state";
import { insertable } from "@/components/desk/editor/menus/insertable";
import { putIn } from "@/components/desk/editor/menus/put-in";
import { ariaKeys, isPressed, keys, titleWithKeys } from "@/components/desk/editor/menus/shortcuts";
import { openSlashUnder } from "@/components/desk/editor/menus/slash-plugin";
import { walkBar } from "@/components/desk/editor/menus/walk-bar";
import { isHere, placeOf, refusalAt, refusalOfMark } from "@/components/desk/editor/menus/where-it-fits";
import { PassageLanguageForm } from "@/components/desk/editor/passage-language-form";
import { toggleScript } from "@/components/desk/editor/toggle-script";
import { AttributeForm, LinkForm } from "@/components/desk/editor/toolbar-forms";
import { Icon } from "@/components/desk/icon";
import { blockquoteWords } from "@/lib/content/blocks/blockquote";
import { pullQuoteWords } from "@/lib/content/blocks/pull-quote";

type Small = "link" | "language" | "source" | "attribution" | null;

const sourceLabel = blockquoteWords.source.label;
const whoLabel = pullQuoteWords.attribution.label;
const firstStop = "Paragraph style";
/** What a paragraph may be: by the names of the table of what can be put in. */
const styles = ["paragraph", "intro", "dateline", "heading-2", "heading-3", "heading-4"] as const;
const styleOf = (editor: Editor): string => styles.find((id) => isHere(editor, insertable(id))) ?? "paragraph";

/** The one control of the bar that Tab reaches. */
const TabStop = createContext(firstStop);

/** What may be done with the text at the caret: one tab stop, which stays on the control used last, arrows within, Escape back to the text. */
export function Toolbar({ editor, door, story, timeZone, children }: { editor: Editor; door: BodyDoor; story: string; timeZone: string; /** What hangs under the bar, however many rows it takes. */ children?: ReactNode }) {
  const [open, setOpen] = useState<Small>(null);
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
      style: styleOf(now),
      place: placeOf(now.state),
      parent: now.state.selection.$from.parent.type.name,
    }),
    sameFields,
  );
  const run = () => editor.chain().focus();
  const put = (id: string) => {
    const one = insertable(id);
    return { label: one.label, shortcut: one.keys, refusal: refusalAt(is.place, one), press: () => putIn(editor, door, id) };
  };
  const toggle = (form: Small) => {
    setOpen(open === form ? null : form);
    if (open === form) editor.view.focus();
  };

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
      else if (toLanguage) flushSync(() => setOpen("language"));
      else {
        setOpen("link");
        document.querySelector<HTMLElement>(".link-form [role='combobox']")?.focus();
      }
    };
    text.addEventListener("keydown", press);
    return () => text.removeEventListener("keydown", press);
  }, [editor]);

  useEffect(() => {
    door.openLink = () => setOpen("link");
    door.openLanguage = () => setOpen("language");
  }, [door]);

  return (
    <div className="tools-above">
      <TabStop value={stop}>
        <div className="toolbar" role="toolbar" aria-label="Text" ref={bar} onKeyDown={(event) => walkBar(event, bar.current, () => editor.view.focus())} onFocus={(event: FocusEvent) => setLast(event.target.getAttribute("aria-label") ?? firstStop)}>
          <select
            aria-label={firstStop}
            tabIndex={stop === firstStop ? 0 : -1}
            className="style"
            value={is.style}
            title={is.place && refusalAt(is.place, insertable("intro")) ? `Paragraph style. ${refusalAt(is.place, insertable("intro"))}` : undefined}
            onChange={(event) => putIn(editor, door, event.target.value)}
          >
            {styles.map((id) => (
              <option key={id} value={id} disabled={refusalAt(is.place, insertable(id)) !== null}>
                {insertable(id).label}
              </option>
            ))}
          </select>
          <hr />
          <Tool label="Strong" refusal={refusalOfMark(editor.schema, is.parent, "strong")} shortcut={keys.strong} on={is.strong} press={() => run().toggleBold().run()}>
            <b>B</b>
          </Tool>
          <Tool label="Emphasis" refusal={refusalOfMark(editor.schema, is.parent, "em")} shortcut={keys.emphasis} on={is.em} press={() => run().toggleItalic().run()}>
            <i className="serif">I</i>
          </Tool>
          <Tool label="Link" refusal={refusalOfMark(editor.schema, is.parent, "link")} shortcut={keys.link} on={is.link} press={() => toggle("link")}>
            <Icon name="link" />
          </Tool>
          <Tool label="Subscript" refusal={refusalOfMark(editor.schema, is.parent, "subscript")} shortcut={keys.subscript} on={is.sub} press={() => toggleScript(editor, "subscript")}>
            <Icon name="subscript" />
          </Tool>
          <Tool label="Superscript" refusal={refusalOfMark(editor.schema, is.parent, "superscript")} shortcut={keys.superscript} on={is.sup} press={() => toggleScript(editor, "superscript")}>
            <Icon name="superscript" />
          </Tool>
          <Tool label="Foreign words" refusal={refusalOfMark(editor.schema, is.parent, "lang")} shortcut={keys.language} on={is.foreign} press={() => toggle("language")}>
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
      {open === "language" && <PassageLanguageForm editor={editor} close={() => setOpen(null)} />}
      {open === "source" && <AttributeForm editor={editor} node="blockquote" attribute="source" line={blockquoteWords.source} close={() => setOpen(null)} />}
      {open === "attribution" && <AttributeForm editor={editor} node="pullQuote" attribute="attribution" line={pullQuoteWords.attribution} close={() => setOpen(null)} />}
      {children}
    </div>
  );
}

function Tool({ label, shortcut, on, refusal = null, press, children }: { label: string; shortcut?: string | undefined; on?: boolean; /** Why it cannot be done here; it can be reached all the same, and says so. */ refusal?: string | null; press: () => void; children: ReactNode }) {
  const stop = useContext(TabStop);
  return (
    <button type="button" aria-label={label} title={`${titleWithKeys(label, shortcut)}${refusal ? `. ${refusal}` : ""}`} aria-keyshortcuts={shortcut && ariaKeys(shortcut)} aria-pressed={on} aria-disabled={refusal !== null || undefined} tabIndex={label === stop ? 0 : -1} onMouseDown={(event) => event.preventDefault()} onClick={press}>
      {children}
    </button>
  );
}
