import type { Editor } from "@tiptap/core";

/** So long the caret rests in a block before the preview goes there, and so long the preview is its reader's after she scrolled it, in milliseconds. */
const rest = 250;
const hers = 10_000;
/** A scroll that we began may take so long; what comes later is somebody's hand. */
const ours = 1200;

/** The id of the block that the caret is in. */
export function blockOfCaret({ state }: Pick<Editor, "state">): string | null {
  const { $from } = state.selection;
  const block = $from.depth > 0 ? $from.node(1) : state.doc.nodeAt($from.pos);
  return (block?.attrs.id as string | undefined) ?? null;
}

/** How far a page must scroll so that a block can be read; null where enough of it can be seen already. */
export function scrollTo(block: { top: number; bottom: number }, view: { height: number; scrolled: number }): number | null {
  const seen = Math.min(block.bottom, view.height) - Math.max(block.top, 0);
  if (seen >= Math.min(block.bottom - block.top, view.height * 0.4)) return null;
  return Math.max(0, Math.round(view.scrolled + block.top - view.height * 0.2));
}

/** Leads the page in the preview to the block of the caret, unless its reader has just scrolled it herself. */
export class CaretFollower {
  private scrolledByHand = Number.NEGATIVE_INFINITY;
  private scrolledByUs = Number.NEGATIVE_INFINITY;
  private wanted: { block: string; at: number } | null = null;

  constructor(private readonly page: () => HTMLIFrameElement | undefined) {}

  /** Follows from now on; the block that the caret is in already is no reason to move. */
  watch(editor: Editor): () => void {
    let before = blockOfCaret(editor);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const block = blockOfCaret(editor);
      if (block === before) return;
      before = block;
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.wanted = block === null ? null : { block, at: performance.now() };
        this.go();
      }, rest);
    };
    editor.on("selectionUpdate", look);
    return () => {
      clearTimeout(timer);
      editor.off("selectionUpdate", look);
    };
  }

  /** A page was put into the frame, scrolled as the one before: what its reader does to it counts. */
  settle(element: HTMLIFrameElement): void {
    this.scrolledByUs = performance.now();
    const page = element.contentDocument;
    const byHand = () => {
      this.scrolledByHand = performance.now();
    };
    for (const name of ["wheel", "touchmove"]) page?.addEventListener(name, byHand, { passive: true });
    page?.addEventListener("scroll", () => performance.now() - this.scrolledByUs > ours && byHand(), { passive: true });
    // A block that was just written comes with the page that shows it; a scroll that the new page cut off goes on.
    if (this.wanted && performance.now() - this.wanted.at < hers) this.go();
  }

  private go(): void {
    const frame = this.page();
    const view = frame?.contentWindow;
    const block = this.wanted && frame?.contentDocument?.querySelector(`[data-block="${CSS.escape(this.wanted.block)}"]`);
    if (!view || !block || performance.now() - this.scrolledByHand < hers) return;
    const top = scrollTo(block.getBoundingClientRect(), { height: view.innerHeight, scrolled: view.scrollY });
    if (top === null) return;
    this.scrolledByUs = performance.now();
    view.scrollTo({ top, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth" });
  }
}
