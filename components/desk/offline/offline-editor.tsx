"use client";

import { Editor, Extension } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { insertable, kindsOfText } from "@/components/desk/editor/menus/insertable";
import { boundAs } from "@/components/desk/editor/menus/shortcuts";
import { editorParts } from "@/components/desk/editor/story-editor";
import { OfflineTools, type ToolsDoor } from "@/components/desk/offline/offline-tools";
import type { OfflineWriting } from "@/components/desk/offline/offline-writing";
import { languages } from "@/db/vocabulary";
import { fieldLimits } from "@/lib/content/limits";
import { isOwnSlice } from "@/lib/content/paste/own-slice-mark";
import { storyExtensions } from "@/lib/content/schema";

const { bodySize, caretInTime, Collaboration, editorKeys, focusInTime, Gapcursor, growing, leaveText, Placeholder, putIn, SharedLine, smartTypography, storableBlocks, undoSteps } = editorParts;

/** So long a word of the editor stands, in milliseconds. */
const saidFor = 6000;

/** Headline, standfirst and body of a story that is begun without the server, in the editor's own document; pictures, embeds and what else the server makes come later. */
export function OfflineEditor({ writing, isOpen }: { writing: OfflineWriting; isOpen: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const until = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [door] = useState<ToolsDoor>(() => ({
    say(words) {
      clearTimeout(until.current);
      setSaid(words);
      until.current = setTimeout(() => setSaid(null), saidFor);
    },
    ask: () => undefined,
    whyNoCorrection: () => null,
    openLink: () => undefined,
    openLanguage: () => undefined,
  }));
  const { language } = writing.bearer;

  useEffect(() => {
    const made = new Editor({
      element: place.current,
      extensions: [
        ...storyExtensions,
        caretInTime,
        focusInTime,
        Gapcursor,
        Placeholder.configure({ placeholder: "Write. It is kept on this device as you type." }),
        editorKeys(door),
        textKeys(door),
        leaveText,
        undoSteps,
        smartTypography,
        bodySize.configure({ tooLarge: () => door.say("Too long for one story: nothing was added") }),
        storableBlocks.configure({ refused: (why) => door.say(why) }),
        Collaboration.configure({ document: writing.doc, field: "body" }),
      ],
      injectCSS: false,
      editorProps: {
        attributes: { class: "doc", role: "textbox", "aria-multiline": "true", "aria-label": "Article body", spellcheck: "true" },
        handleDOMEvents: { paste: (view, event) => pasteWords(event, (words) => view.pasteText(words, event)), drop: (_, event) => (event.dataTransfer?.files.length ? refuseFiles(event, door) : false) },
      },
    });
    setEditor(made);
    return () => {
      setEditor(null);
      // Not yet: what is drawn around it lets go of it first.
      setTimeout(() => made.destroy());
    };
  }, [writing, door]);

  useEffect(() => {
    editor?.setEditable(isOpen, false);
  }, [editor, isOpen]);

  return (
    <section className="offline-story" aria-label="A new story">
      {editor && <OfflineTools editor={editor} door={door} />}
      <div className="sheet">
        <Line writing={writing} name="headline" label="Headline" className="headl" isOpen={isOpen} />
        <Line writing={writing} name="standfirst" label="Standfirst" className="stand" isOpen={isOpen} />
        <div lang={language} dir={languages[language].direction}>
          <div className="body-place" ref={place} />
        </div>
      </div>
      <p className="offline-said" role="status">
        {said}
      </p>
    </section>
  );
}

function Line({ writing, name, label, className, isOpen }: { writing: OfflineWriting; name: "headline" | "standfirst"; label: string; className: string; isOpen: boolean }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [isTooLong, setTooLong] = useState(false);
  useEffect(() => {
    if (!area.current) return;
    const height = growing(area.current);
    const line = new SharedLine(writing.doc.getText(name), area.current, { limit: fieldLimits[name], multiline: false, language: () => writing.bearer.language, shows: height.measure, waits: (why) => setTooLong(why === "too_long") });
    return () => {
      line.close();
      height.stop();
    };
  }, [writing, name]);
  return (
    <div className={`line ${className}`} data-name={label}>
      <textarea ref={area} className="f" aria-label={label} rows={1} placeholder={label} dir="auto" readOnly={!isOpen} aria-invalid={isTooLong || undefined} aria-describedby={isTooLong ? `${name}-length` : undefined} onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && event.preventDefault()} />
      {isTooLong && (
        <span className="problem limit" id={`${name}-length`}>
          {fieldLimits[name]} characters at most: the rest is not kept
        </span>
      )}
    </div>
  );
}

/** The keys of the kinds of text, as the editor has them. */
const textKeys = (door: ToolsDoor) =>
  Extension.create({
    name: "textKeys",
    addKeyboardShortcuts() {
      const press = (id: string) => () => {
        putIn(this.editor, door, id);
        return true;
      };
      return { "Shift-Enter": () => this.editor.commands.enter(), ...Object.fromEntries(kindsOfText.flatMap((id) => boundAs(insertable(id).keys ?? "").map((name) => [name, press(id)]))) };
    },
  });

/** What reads a paste is not here without the server: the words come, and what was copied within a story as it was. */
function pasteWords(event: ClipboardEvent, paste: (words: string) => void): boolean {
  const { clipboardData } = event;
  if (!clipboardData || isOwnSlice(clipboardData.getData("text/html"))) return false;
  event.preventDefault();
  const words = clipboardData.getData("text/plain");
  if (words) paste(words);
  return true;
}

function refuseFiles(event: DragEvent, door: ToolsDoor): boolean {
  event.preventDefault();
  door.say("Pictures and files can be put in once the server is back");
  return true;
}
