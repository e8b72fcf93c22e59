"use client";

import type { Editor } from "@tiptap/core";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { findBlock } from "@/components/desk/editor/blocks/find-block";
import { type BlockFindings, findingsInWords } from "@/components/desk/editor/checks/block-findings";
import { Icon } from "@/components/desk/icon";

type Props = { editor: Editor; findings: readonly BlockFindings[]; show: (check: string) => void };

/** Lays what stands in the margin beside the block that each names as `data-block`, anew when lines or blocks come and go, and when there are others to lay. */
export function useLaidBeside(editor: Editor, margin: RefObject<HTMLElement | null>, laid: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: others are to be laid anew.
  useLayoutEffect(() => {
    const lay = () => {
      const top = editor.view.dom.getBoundingClientRect().top;
      for (const mark of margin.current?.children ?? []) {
        const found = editor.isDestroyed ? null : findBlock(editor.state.doc, (mark as HTMLElement).dataset.block ?? "");
        const drawn = found && editor.view.nodeDOM(found.at);
        (mark as HTMLElement).hidden = !(drawn instanceof Element);
        if (drawn instanceof Element) (mark as HTMLElement).style.insetBlockStart = `${Math.round(drawn.getBoundingClientRect().top - top)}px`;
      }
    };
    lay();
    const sizes = new ResizeObserver(lay);
    sizes.observe(editor.view.dom);
    // A block that changes places may leave the text as high as it was.
    const order = new MutationObserver(lay);
    order.observe(editor.view.dom, { childList: true });
    return () => {
      sizes.disconnect();
      order.disconnect();
    };
  }, [editor, laid]);
}

/**
 * In the margin of each block that the checks have something about: a sign that leads to them. Beside the text, not in it: what is typed
 * moves no sign and draws none.
 */
export function FindingMarks({ editor, findings, show }: Props) {
  const margin = useRef<HTMLDivElement>(null);
  useLaidBeside(editor, margin, findings);
  const around = editor.view.dom.parentElement;
  if (!around || findings.length === 0) return null;
  return createPortal(
    <div className="finding-marks" lang="en" ref={margin}>
      {findings.map((one) => (
        <button key={one.block} data-block={one.block} className={one.level} type="button" tabIndex={-1} aria-label={findingsInWords(one)} title={findingsInWords(one)} onClick={() => one.checks[0] && show(one.checks[0].id)}>
          <Icon name={one.level} />
        </button>
      ))}
    </div>,
    around,
  );
}
