"use client";

import type { Editor } from "@tiptap/core";
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { type ReactNode, useState } from "react";
import { nameOfBlock } from "@/components/desk/editor/blocks/block-names";
import { findBlock } from "@/components/desk/editor/blocks/find-block";
import { FocalPointField } from "@/components/desk/editor/blocks/focal-point";
import { type BlockWithSettings, isWithSettings } from "@/components/desk/editor/blocks/has-settings";
import { movedInGallery, removedFromGallery } from "@/components/desk/editor/blocks/gallery-moves";
import { sourceChosen } from "@/components/desk/editor/blocks/quote-source";
import { namesRows, rowsNamed } from "@/components/desk/editor/blocks/row-headers";
import { Choice, Flag, TextField } from "@/components/desk/editor/blocks/settings-fields";
import { sizeNames } from "@/components/desk/editor/blocks/size-names";
import { columnAfter, columnBefore, rowAbove, rowDeleted } from "@/components/desk/editor/blocks/table-rows";
import { undoFromHere } from "@/components/desk/editor/blocks/undo-from-here";
import { type SettingsOf, settingsWritten, withSettings } from "@/components/desk/editor/blocks/write-settings";
import { missingIn } from "@/components/desk/editor/checks/block-findings";
import { CropField } from "@/components/desk/editor/crop/crop-field";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";
import { chooseMoreFor } from "@/components/desk/editor/pictures/incoming";
import { ReplaceField } from "@/components/desk/editor/pictures/replace-field";
import { UsableDaysField } from "@/components/desk/editor/pictures/usable-days";
import { asOneStep } from "@/components/desk/editor/paste/undo-paste";
import type { Check } from "@/lib/articles/checks";
import { isSourceAddress } from "@/lib/content/blocks/blockquote";
import { embedRoles } from "@/lib/content/blocks/embed";
import { factBoxToneNames, factBoxTones } from "@/lib/content/blocks/fact-box";
import { figureRoles } from "@/lib/content/blocks/figure";
import { galleryLayouts } from "@/lib/content/blocks/gallery";
import { lineOfWords, type WordsAttribute } from "@/lib/content/words-within";

/** A block with open settings; a picture of a gallery also knows which one it is. */
type Open = SettingsOf & { place: { index: number; of: number } | null };

function openFor({ state }: Editor): Open[] {
  const found = withSettings(state, isWithSettings);
  const gallery = found[1]?.node;
  return found.map((one, depth) => ({ ...one, place: gallery && depth === 0 ? { index: gallery.children.indexOf(one.node), of: gallery.childCount } : null }));
}

const same = (left: Open[], right: Open[]) =>
  left.length === right.length && left.every(({ id, node, place }, at) => id === right[at]?.id && node.type === right[at].node.type && node.attrs === right[at].node.attrs && namesRows(node) === namesRows(right[at].node) && place?.index === right[at].place?.index && place?.of === right[at].place?.of);

/** What the block at the caret is, beyond its words: set here, beside the story, and shared like everything else. Escape is `close`. */
export function BlockSettings({ editor, checks, timeZone, refresh, close }: { editor: Editor; checks: readonly Check[]; timeZone: string; refresh: () => void; close: () => void }) {
  const open = useEditorPart(editor, openFor, same);
  return open.map((block) => <Settings key={block.id} editor={editor} block={block} checks={checks} timeZone={timeZone} refresh={refresh} close={close} />);
}

function Settings({ editor, block, checks, timeZone, refresh, close }: { editor: Editor; block: Open; checks: readonly Check[]; timeZone: string; refresh: () => void; close: () => void }) {
  const { name } = block.node.type;
  const dispatch = (change: Transaction | null) => {
    if (change && !editor.isDestroyed) editor.view.dispatch(change);
  };
  const set = (attributes: Record<string, unknown>) => dispatch(settingsWritten(editor.state, block, attributes));
  const words = (attribute: WordsAttribute): LineProps => ({ name: attribute, label: "", limit: 0, ...lineOfWords(name, attribute), value: block.node.attrs[attribute], set: (value) => set({ [attribute]: value }) });
  return (
    <section className="pane block-settings" data-block={block.id} aria-label={`Settings: ${nameOfBlock(name)}`} onKeyDown={(event) => (event.key === "Escape" ? close() : undoFromHere(event, editor))}>
      <h2>{nameOfBlock(name)}</h2>
      {isWithSettings(name) && forms[name]({ ...block, set, words, missing: (setting) => missingIn(checks, block.id, setting), editor, timeZone, refresh, close })}
      {block.place && <PlaceInGallery id={block.id} place={block.place} editor={editor} dispatch={dispatch} />}
    </section>
  );
}

type PlaceProps = { id: string; place: { index: number; of: number }; editor: Editor; dispatch: (change: Transaction | null) => void };

/** Where a picture stands in its gallery: moved and taken out from here, by mouse and by keyboard. */
function PlaceInGallery({ id, place: { index, of }, editor, dispatch }: PlaceProps) {
  return (
    <div className="field">
      <span className="lab" role="status">
        Picture {index + 1} of {of}
      </span>
      <div className="acts">
        <button className="btn" type="button" aria-disabled={index === 0} onClick={() => dispatch(movedInGallery(editor.state, id, -1))}>
          Move earlier
        </button>
        <button className="btn" type="button" aria-disabled={index === of - 1} onClick={() => dispatch(movedInGallery(editor.state, id, 1))}>
          Move later
        </button>
        <button
          className="btn"
          type="button"
          onClick={() => {
            dispatch(removedFromGallery(editor.state, id));
            editor.commands.focus();
          }}
        >
          Take out
        </button>
      </div>
    </div>
  );
}

/** Leads from a pull quote to the sentence that it repeats. */
function QuoteSource({ id, editor, close }: { id: string; editor: Editor; close: () => void }) {
  const [isLost, setLost] = useState(false);
  const go = () => {
    const quote = findBlock(editor.state.doc, id)?.node;
    const change = quote ? sourceChosen(editor.state.tr, quote) : null;
    setLost(change === null);
    if (!change) return;
    editor.view.dispatch(change);
    close();
  };
  return (
    <div className="field">
      <div className="acts">
        <button className="btn" type="button" onClick={go}>
          Go to its sentence
        </button>
      </div>
      {isLost && (
        <span className="problem" role="status">
          Its words do not stand in the text any more.
        </span>
      )}
    </div>
  );
}

type FormProps = { id: string; node: ProseMirrorNode; set: (attributes: Record<string, unknown>) => void; /** What the field of a line of words needs. */ words: (attribute: WordsAttribute) => LineProps; missing: (setting: "alt" | "credit") => string | undefined; editor: Editor; timeZone: string; /** Has the checks asked again. */ refresh: () => void; /** Back to the text. */ close: () => void };

type LineProps = { name: string; label: string; limit: number; value: string | null; set: (value: string) => void };

const inTable = (editor: Editor, act: typeof rowAbove) => {
  editor.commands.focus();
  act(editor.state, (change) => editor.view.dispatch(change.scrollIntoView()));
};

const layouts = {
  gallery: { grid: "Side by side", sequence: "One after the other" },
  pullQuote: { inline: "Beside the text", supporting: "In the text", showcase: "Loud" },
  relatedCard: { line: "One line", card: "With its picture" },
} as const;

const forms: Record<BlockWithSettings, (props: FormProps) => ReactNode> = {
  figure: ({ node: { attrs }, set, words, missing, editor, timeZone, refresh }) => (
    <>
      {!attrs.decorative && <TextField {...words("alt")} placeholder="What a reader would see" multiline missing={missing("alt")} />}
      <Flag label="It only decorates: readers who do not see it miss nothing" value={attrs.decorative} set={(decorative) => set(decorative ? { decorative, alt: "" } : { decorative })} />
      <TextField {...words("credit")} placeholder="The picture’s own, when left empty" missing={missing("credit")} />
      <Choice label="Size" value={attrs.role} options={figureRoles.map((role) => [role, sizeNames.figure[role]])} set={(role) => set({ role })} />
      <UsableDaysField assetId={attrs.assetId} timeZone={timeZone} changed={refresh} />
      <ReplaceField editor={editor} id={attrs.id} assetId={attrs.assetId} />
      <CropField assetId={attrs.assetId} crop={attrs.crop} set={(crop) => asOneStep(editor.view, () => set({ crop }))} />
      <FocalPointField assetId={attrs.assetId} focal={attrs.focal} crop={attrs.crop} set={(focal) => set({ focal })} />
    </>
  ),
  gallery: ({ id, node: { attrs }, set, words, editor }) => (
    <>
      <TextField {...words("title")} />
      <Choice label="Layout" value={attrs.layout} options={galleryLayouts.map((layout) => [layout, layouts.gallery[layout]])} set={(layout) => set({ layout })} />
      <div className="acts">
        <button className="btn" type="button" onClick={() => chooseMoreFor(editor, id)}>
          Add pictures
        </button>
      </div>
    </>
  ),
  factBox: ({ node: { attrs }, set }) => (
    <>
      <Choice label="Kind" value={attrs.tone} options={factBoxTones.map((tone) => [tone, factBoxToneNames[tone]])} set={(tone) => set({ tone })} />
      <Flag label="Closed at first" value={attrs.collapsed} set={(collapsed) => set({ collapsed })} />
    </>
  ),
  table: ({ id, node, words, editor }) => (
    <>
      <TextField {...words("caption")} />
      <Flag label="The first column names each row" value={namesRows(node)} set={(named) => {
        const change = rowsNamed(editor.state, id, named);
        if (change) asOneStep(editor.view, () => editor.view.dispatch(change));
      }} />
      <TextField {...words("note")} />
      <div className="acts">
        {(
          [
            ["Row above", () => inTable(editor, rowAbove)],
            ["Row below", () => editor.chain().focus().addRowAfter().run()],
            ["Column before", () => inTable(editor, columnBefore)],
            ["Column after", () => inTable(editor, columnAfter)],
            ["Delete row", () => inTable(editor, rowDeleted)],
            ["Delete column", () => editor.chain().focus().deleteColumn().run()],
          ] as const
        ).map(([label, run]) => (
          <button className="btn" type="button" key={label} onClick={run}>
            {label}
          </button>
        ))}
      </div>
    </>
  ),
  embed: ({ node: { attrs }, set, words, missing }) => (
    <>
      <TextField {...words("alt")} multiline missing={missing("alt")} />
      <Choice label="Size" value={attrs.role} options={embedRoles.map((role) => [role, sizeNames.embed[role]])} set={(role) => set({ role })} />
      <Flag label="The story makes no sense without it" value={attrs.isRequired} set={(isRequired) => set({ isRequired })} />
    </>
  ),
  relatedCard: ({ node: { attrs }, set, words }) => (
    <>
      <TextField {...words("label")} />
      <Choice label="Layout" value={attrs.layout} options={(["line", "card"] as const).map((layout) => [layout, layouts.relatedCard[layout]])} set={(layout) => set({ layout })} />
    </>
  ),
  pullQuote: ({ id, node: { attrs }, set, words, editor, close }) => (
    <>
      <QuoteSource id={id} editor={editor} close={close} />
      <TextField {...words("attribution")} />
      <Choice label="Place" value={attrs.role ?? "inline"} options={(["inline", "supporting", "showcase"] as const).map((role) => [role, layouts.pullQuote[role]])} set={(role) => set({ role })} />
    </>
  ),
  blockquote: ({ node: { attrs }, set, words }) => (
    <>
      <TextField {...words("source")} />
      <TextField label="Its address" value={attrs.sourceUrl} limit={2000} set={(sourceUrl) => set({ sourceUrl: sourceUrl === "" ? null : sourceUrl })} accepts={(address) => address === "" || isSourceAddress(address)} wrong="An address begins with http:// or https://." />
    </>
  ),
};
