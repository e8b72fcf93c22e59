import type { Node } from "@tiptap/pm/model";
import { NodeSelection, Plugin, PluginKey, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { Mapping, StepMap } from "@tiptap/pm/transform";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

/** A stretch of the text that is kept in mind while the text changes. */
type Span = { from: number; to: number };
type Told = { hold: [id: number, span: Span] } | { release: number };

const key = new PluginKey<ReadonlyMap<number, Span>>("heldPlaces");

/** Keeps the places at which something is still to be put in. */
export const heldPlaces = (): Plugin =>
  new Plugin<ReadonlyMap<number, Span>>({
    key,
    state: {
      init: () => new Map(),
      apply(transaction, held) {
        const told = transaction.getMeta(key) as Told | undefined;
        if (!told && (held.size === 0 || !transaction.docChanged)) return held;
        const now = new Map([...held].map(([id, span]) => [id, followed(span, transaction)]));
        if (told && "hold" in told) now.set(...told.hold);
        else if (told) now.delete(told.release);
        return now;
      },
    },
  });

/** What is typed at a place comes behind what is still to come there; what was pasted before it, in front of it. */
function followed({ from, to }: Span, transaction: Transaction): Span {
  const mapping = isColleagues(transaction) ? new Mapping([changedPart(transaction.before, transaction.doc)]) : transaction.mapping;
  const start = mapping.map(from, transaction.getMeta("paste") ? 1 : -1);
  const end = mapping.mapResult(to, -1);
  // Where the stretch was written over, nothing is left of it to replace.
  return { from: start, to: from === to || end.deletedBefore ? start : Math.max(start, end.pos) };
}

const isColleagues = (transaction: Transaction): boolean => (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;

/** Colleagues' changes come as a whole new text: what of it is really another. */
export function changedPart(before: Node, after: Node): StepMap {
  const start = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (start === null || !end) return StepMap.empty;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  return new StepMap([start, end.a + overlap - start, end.b + overlap - start]);
}

let count = 0;

/** Keeps a stretch of the text in mind. */
function hold(view: EditorView, { from, to }: Span): { release: () => Span | undefined } {
  const id = ++count;
  view.dispatch(view.state.tr.setMeta(key, { hold: [id, { from, to }] } satisfies Told));
  return {
    release() {
      const span = key.getState(view.state)?.get(id);
      view.dispatch(view.state.tr.setMeta(key, { release: id } satisfies Told));
      return span;
    },
  };
}

/** A block that was chosen whole is so again; between its ends a caret would lie in its caption. */
function select(view: EditorView, { from, to }: Span): void {
  const { doc, tr } = view.state;
  const node = doc.resolve(from).nodeAfter;
  const isWhole = node?.isBlock === true && from + node.nodeSize === to && NodeSelection.isSelectable(node);
  view.dispatch(tr.setSelection(isWhole ? NodeSelection.create(doc, from) : TextSelection.between(doc.resolve(from), doc.resolve(to))));
}

/** Keeps the place of a selection until something is done there; who has gone on writing elsewhere is left where she is. */
export function holdPlace(view: EditorView, selection: Selection): { use: (act: () => void) => void } {
  const place = hold(view, selection);
  return {
    use(act) {
      const span = place.release() ?? view.state.selection;
      const { from, to } = view.state.selection;
      if (from === span.from && to === span.to) return act();
      const caret = hold(view, { from, to });
      select(view, span);
      act();
      const back = caret.release();
      if (back) select(view, back);
    },
  };
}

/**
 * Keeps the place between two blocks at which something is put in later, behind whatever comes to the same place before. The caret goes
 * to it unless somebody has gone on writing elsewhere: she is left where she is.
 */
export function holdGap(view: EditorView, at: number): { use: (act: (at: number) => void) => void } {
  const gap = hold(view, { from: at, to: at });
  const begun = hold(view, view.state.selection);
  return {
    use(act) {
      const { from: place } = gap.release() ?? { from: view.state.doc.content.size };
      const was = begun.release();
      const { from, to } = view.state.selection;
      const caret = was?.from === from && was.to === to ? null : hold(view, { from, to });
      act(place);
      const back = caret?.release();
      if (back) select(view, back);
    },
  };
}
