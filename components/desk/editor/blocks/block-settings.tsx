"use client";

import type { Editor } from "@tiptap/core";
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { FocalPointField } from "@/components/desk/editor/blocks/focal-point";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";
import { embedRoles } from "@/lib/content/blocks/embed";
import { factBoxToneNames, factBoxTones } from "@/lib/content/blocks/fact-box";
import { figureRoles } from "@/lib/content/blocks/figure";
import { galleryLayouts } from "@/lib/content/blocks/gallery";
import { blocks } from "@/lib/content/blocks/registry";

type Active = { at: number; node: ProseMirrorNode };

/** The innermost block around the caret that has settings. */
function activeOf(editor: Editor): Active | null {
  const { selection } = editor.state;
  const chosen = "node" in selection ? (selection.node as ProseMirrorNode) : null;
  if (chosen && forms[chosen.type.name]) return { at: selection.from, node: chosen };
  for (let depth = selection.$from.depth; depth > 0; depth--) {
    const node = selection.$from.node(depth);
    if (forms[node.type.name]) return { at: selection.$from.before(depth), node };
  }
  return null;
}

const sameActive = (left: Active | null, right: Active | null) => left === right || (left !== null && right !== null && left.at === right.at && left.node.type === right.node.type && left.node.attrs === right.node.attrs);

/** What the block at the caret is, beyond its words: set here, beside the story, and shared like everything else. */
export function BlockSettings({ editor }: { editor: Editor }) {
  const active = useEditorPart(editor, activeOf, sameActive);
  const form = active && forms[active.node.type.name];
  if (!active || !form) return null;
  const set = (attributes: Record<string, unknown>) => {
    const { state, view } = editor;
    const node = state.doc.nodeAt(active.at);
    if (node?.type !== active.node.type) return;
    const transaction = state.tr;
    for (const [name, value] of Object.entries(attributes)) transaction.setNodeAttribute(active.at, name, value);
    view.dispatch(transaction);
  };
  const names: Record<string, string> = Object.fromEntries(Object.values(blocks).map((block) => [block.name, block.label]));
  return (
    <section className="pane block-settings" aria-label={`Settings: ${names[active.node.type.name] ?? "block"}`}>
      <h2>{names[active.node.type.name]}</h2>
      {form({ node: active.node, set, editor, at: active.at })}
    </section>
  );
}

type FormProps = { node: ProseMirrorNode; set: (attributes: Record<string, unknown>) => void; editor: Editor; at: number };

const words = {
  figure: { inline: "In the text", wide: "Wide", full: "Across the page", portrait: "Upright, beside the text" },
  embed: { inline: "In the text", wide: "Wide" },
  gallery: { grid: "Side by side", sequence: "One after the other" },
  pullQuote: { inline: "Beside the text", supporting: "In the text", showcase: "Loud" },
  relatedCard: { line: "One line", card: "With its picture" },
} as const;

const forms: Record<string, (props: FormProps) => ReactNode> = {
  figure: ({ node: { attrs }, set }) => (
    <>
      {!attrs.decorative && <TextField label="Alt text" value={attrs.alt} limit={600} set={(alt) => set({ alt })} placeholder="What a reader would see" multiline first={!attrs.alt} />}
      <Flag label="It only decorates: readers who do not see it miss nothing" value={attrs.decorative} set={(decorative) => set(decorative ? { decorative, alt: "" } : { decorative })} />
      <TextField label="Credit" value={attrs.credit} limit={200} set={(credit) => set({ credit })} placeholder="The picture’s own, when left empty" />
      <Choice label="Size" value={attrs.role} options={figureRoles.map((role) => [role, words.figure[role]])} set={(role) => set({ role })} />
      <FocalPointField assetId={attrs.assetId} focal={attrs.focal} set={(focal) => set({ focal })} />
    </>
  ),
  gallery: ({ node: { attrs }, set }) => (
    <>
      <TextField label="Title" value={attrs.title} limit={200} set={(title) => set({ title })} />
      <Choice label="Layout" value={attrs.layout} options={galleryLayouts.map((layout) => [layout, words.gallery[layout]])} set={(layout) => set({ layout })} />
    </>
  ),
  factBox: ({ node: { attrs }, set }) => (
    <>
      <Choice label="Kind" value={attrs.tone} options={factBoxTones.map((tone) => [tone, factBoxToneNames[tone]])} set={(tone) => set({ tone })} />
      <Flag label="Closed at first" value={attrs.collapsed} set={(collapsed) => set({ collapsed })} />
    </>
  ),
  table: ({ node: { attrs }, set, editor }) => (
    <>
      <TextField label="Caption" value={attrs.caption} limit={300} set={(caption) => set({ caption })} />
      <TextField label="Note under the table" value={attrs.note} limit={300} set={(note) => set({ note })} />
      <div className="acts">
        {(
          [
            ["Row above", () => editor.chain().focus().addRowBefore().run()],
            ["Row below", () => editor.chain().focus().addRowAfter().run()],
            ["Column before", () => editor.chain().focus().addColumnBefore().run()],
            ["Column after", () => editor.chain().focus().addColumnAfter().run()],
            ["Delete row", () => editor.chain().focus().deleteRow().run()],
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
  embed: ({ node: { attrs }, set }) => (
    <>
      <TextField label="What it shows" value={attrs.alt} limit={600} set={(alt) => set({ alt })} multiline first={!attrs.alt} />
      <Choice label="Size" value={attrs.role} options={embedRoles.map((role) => [role, words.embed[role]])} set={(role) => set({ role })} />
      <Flag label="The story makes no sense without it" value={attrs.isRequired} set={(isRequired) => set({ isRequired })} />
    </>
  ),
  relatedCard: ({ node: { attrs }, set }) => (
    <>
      <TextField label="Instead of its headline" value={attrs.label} limit={200} set={(label) => set({ label })} />
      <Choice label="Layout" value={attrs.layout} options={(["line", "card"] as const).map((layout) => [layout, words.relatedCard[layout]])} set={(layout) => set({ layout })} />
    </>
  ),
  pullQuote: ({ node: { attrs }, set }) => (
    <>
      <TextField label="Who said it" value={attrs.attribution} limit={300} set={(attribution) => set({ attribution })} />
      <Choice label="Place" value={attrs.role ?? "inline"} options={(["inline", "supporting", "showcase"] as const).map((role) => [role, words.pullQuote[role]])} set={(role) => set({ role })} />
    </>
  ),
  blockquote: ({ node: { attrs }, set }) => (
    <>
      <TextField label="Source of the quotation" value={attrs.source} limit={300} set={(source) => set({ source })} />
      <TextField label="Its address" value={attrs.sourceUrl} limit={2000} set={(sourceUrl) => set({ sourceUrl: sourceUrl === "" ? null : sourceUrl })} accepts={(address) => address === "" || /^https?:\/\/\S+$/.test(address)} wrong="An address begins with http:// or https://." />
    </>
  ),
};

type TextFieldProps = { label: string; value: string | null; limit: number; set: (value: string) => void; placeholder?: string; multiline?: boolean; first?: boolean; accepts?: (value: string) => boolean; wrong?: string };

/** A line about the block, shared when the typing rests: an attribute has one value, the last one written. */
function TextField({ label, value, limit, set, placeholder, multiline = false, first = false, accepts = () => true, wrong }: TextFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value ?? "");
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const good = accepts(typed.trim());

  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(value ?? "");
  }, [value]);
  // Asked for when the block is new: whoever put it in describes it next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form opens.
  useEffect(() => {
    if (first && field.current?.closest(".just-in")) field.current.focus();
  }, []);

  const send = (next: string) => {
    clearTimeout(pending.current);
    if (accepts(next.trim()) && next.trim() !== (value ?? "")) set(next.trim());
  };
  const shared = {
    id,
    ref: field,
    className: "input",
    value: typed,
    maxLength: limit,
    placeholder,
    dir: "auto",
    "aria-invalid": good ? undefined : true,
    "aria-describedby": good ? undefined : `${id}-wrong`,
    onChange: (event: { target: { value: string } }) => {
      const next = event.target.value;
      setTyped(next);
      clearTimeout(pending.current);
      pending.current = setTimeout(() => send(next), 400);
    },
    onBlur: () => send(typed),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {multiline ? <textarea {...shared} rows={3} /> : <input {...shared} />}
      {!good && (
        <span className="problem" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
    </div>
  );
}

function Flag({ label, value, set }: { label: string; value: boolean | null; set: (value: boolean) => void }) {
  return (
    <label className="flag">
      <input type="checkbox" checked={value === true} onChange={(event) => set(event.target.checked)} /> {label}
    </label>
  );
}

function Choice<Word extends string>({ label, value, options, set }: { label: string; value: string | null; options: readonly (readonly [Word, string])[]; set: (value: Word) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} value={value ?? options[0]?.[0]} onChange={(event) => set(event.target.value as Word)}>
        {options.map(([word, shown]) => (
          <option key={word} value={word}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  );
}
