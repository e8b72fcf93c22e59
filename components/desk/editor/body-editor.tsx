"use client";

import { Editor } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import CollaborationCaret from "@tiptap/extension-collaboration-caret";
import { Dropcursor } from "@tiptap/extensions/drop-cursor";
import { Gapcursor } from "@tiptap/extensions/gap-cursor";
import { Placeholder } from "@tiptap/extensions/placeholder";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Transaction } from "yjs";
import { blockKeys } from "@/components/desk/editor/blocks/block-keys";
import { chosenWhole } from "@/components/desk/editor/blocks/chosen-whole";
import { deleteAcross } from "@/components/desk/editor/blocks/delete-across";
import { gapMarks } from "@/components/desk/editor/blocks/gap-marks";
import { blockNodeViews } from "@/components/desk/editor/blocks/node-views";
import type { BodyDoor } from "@/components/desk/editor/body-tools";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { takeStrayFiles } from "@/components/desk/editor/files/take-files";
import { pasteEmbed } from "@/components/desk/editor/embeds/paste-embed";
import { caretInTime, tellOfCaret } from "@/components/desk/editor/caret";
import { ownCaret } from "@/components/desk/editor/following/own-caret";
import { caretBlock } from "@/components/desk/editor/focus-mode/caret-block";
import { findInText } from "@/components/desk/editor/find/find-plugin";
import { focusInTime } from "@/components/desk/editor/focus-in-time";
import { habits } from "@/components/desk/editor/habits";
import { editorKeys } from "@/components/desk/editor/keys";
import { leaveText } from "@/components/desk/editor/leave-text";
import { addressLinks } from "@/components/desk/editor/links/address-links";
import { slashMenu } from "@/components/desk/editor/menus/slash-plugin";
import { keys, spokenKeys } from "@/components/desk/editor/menus/shortcuts";
import { noteSlot } from "@/components/desk/editor/notes/note-slot";
import { storyPaste } from "@/components/desk/editor/paste/paste-extension";
import { incomingPictures } from "@/components/desk/editor/pictures/incoming";
import { smartTypography } from "@/components/desk/editor/typography";
import { undoSteps } from "@/components/desk/editor/undo-steps";
import { withLine } from "@/components/desk/editor/with-line";
import { bodySize } from "@/lib/content/body-size";
import { correctionsStay } from "@/lib/content/corrections-stay";
import { storyExtensions } from "@/lib/content/schema";
import { storableBlocks } from "@/lib/content/storable-blocks";
import { unsettledParts } from "@/lib/content/unsettled-parts";

type Props = { connection: StoryConnection; dir: "ltr" | "rtl"; lang: string; editable: boolean; onEditor: (editor: Editor | null) => void; onTooLarge: () => void; onCorrectionKept: () => void; door: BodyDoor; ownOrigins: readonly string[] };

/** The story's body. TipTap over the shared document; blocks are plain DOM, React draws nothing per keystroke. */
export function BodyEditor({ connection, dir, lang, editable, onEditor, onTooLarge, onCorrectionKept, door, ownOrigins }: Props) {
  const extensions = useMemo(
    () => [
      ...storyExtensions,
      unsettledParts,
      caretInTime,
      focusInTime,
      Dropcursor,
      Gapcursor,
      Placeholder.configure({ placeholder: "Write, or press / to insert. Everything is saved as you type." }),
      editorKeys({ say: (words) => door.say(words), openLink: () => door.openLink(), openLanguage: () => door.openLanguage() }),
      leaveText,
      slashMenu((event) => door.keys(event)),
      blockKeys({ ask: (what) => door.ask(what), say: (words) => door.say(words), whyNoCorrection: () => door.whyNoCorrection(), openMenu: () => door.openMenu(), openSettings: () => door.openSettings() }),
      blockNodeViews((id) => door.describe(id)),
      chosenWhole,
      gapMarks,
      findInText,
      caretBlock,
      addressLinks,
      undoSteps,
      habits,
      smartTypography,
      incomingPictures,
      bodySize.configure({ tooLarge: onTooLarge }),
      storableBlocks.configure({ refused: (why) => door.say(why) }),
      deleteAcross,
      correctionsStay.configure({ refused: onCorrectionKept }),
      storyPaste.configure({ ownOrigins }),
      pasteEmbed,
      noteSlot,
      Collaboration.configure({ document: connection.doc, field: "body" }),
      ownCaret,
      CollaborationCaret.configure({
        provider: connection.provider,
        // Who one is, the server says; this is only until its word comes.
        user: {},
        render: (user) => {
          const caret = document.createElement("span");
          caret.className = `caret h${Number(user.hand) || 1}c`;
          const name = document.createElement("span");
          name.textContent = String(user.name ?? "");
          caret.append(name);
          return caret;
        },
        selectionRender: (user) => ({ class: `sel-c h${Number(user.hand) || 1}c`, nodeName: "span" }),
      }),
    ],
    [connection, onTooLarge, onCorrectionKept, door, ownOrigins],
  );
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  useEffect(() => {
    const made = new Editor({
      element: place.current,
      extensions,
      editable: false,
      injectCSS: false,
      editorProps: {
        attributes: { class: "doc", role: "textbox", "aria-multiline": "true", "aria-label": "Article body", "aria-describedby": "body-help", spellcheck: "true" },
      },
      onFocus: () => connection.enter("body"),
      onBlur: () => connection.enter(null),
    });
    setEditor(made);
    onEditor(made);
    const leaveFiles = takeStrayFiles(made);
    let stopFollowing: (() => void) | undefined;
    // Whoever begins to write needs what keeps her words with their text when others move that; without a line it is asked for at the next key.
    const before: Transaction[] = [];
    let comes = false;
    const begin = (_update: Uint8Array, _origin: unknown, _doc: unknown, change: Transaction) => {
      if (!change.local) return;
      before.push(change);
      if (comes) return;
      comes = true;
      withLine.whileOthersWrite().then(
        ({ whileOthersWrite }) => {
          connection.doc.off("update", begin);
          if (!made.isDestroyed) stopFollowing = whileOthersWrite(made, connection, before);
        },
        () => {
          comes = false;
        },
      );
    };
    connection.doc.on("update", begin);
    // What comes by the line before the browser tells of a moved caret would put that back, be it of somebody who has only looked so far.
    const hear = () => {
      if (!made.isDestroyed && made.view.hasFocus()) tellOfCaret(made.view);
    };
    connection.provider.on("message", hear);
    return () => {
      connection.provider.off("message", hear);
      leaveFiles();
      connection.doc.off("update", begin);
      stopFollowing?.();
      setEditor(null);
      onEditor(null);
      // Not yet: what is drawn around it lets go of it first.
      setTimeout(() => made.destroy());
    };
  }, [connection, extensions, onEditor]);
  useEffect(() => {
    editor?.setEditable(editable, false);
  }, [editor, editable]);

  return (
    <div dir={dir} lang={lang}>
      <div className="body-place" ref={place} />
      <p className="hidden" id="body-help" lang="en" dir="ltr">
        Press / to insert, {spokenKeys(keys.toolbar)} for the toolbar, {spokenKeys(keys.sheet)} for every key.
      </p>
    </div>
  );
}
