import * as Y from "yjs";
import { Replacement } from "@/components/desk/editor/find/replacement";
import { isPressed, keys } from "@/components/desk/editor/menus/shortcuts";
import { applyEdit, editBetween, editsOfSaved, type LineDelta, placeAfter, savedPart } from "@/lib/content/line-edit";
import { lineText } from "@/lib/content/line-text";
import type { Language } from "@/db/vocabulary";
import { lookBack, settingOf } from "@/lib/content/language/typography";

type Options = {
  /** Most characters that are saved. */
  limit: number;
  multiline: boolean;
  /** How quotation marks, dashes and spaces are set while one types; null where they stay as they are. */
  language: () => Language | null;
  /** Called after the element shows something else than before. */
  shows: (value: string) => void;
  /** Called when something in the element waits to be saved, and why; null when nothing does. */
  waits: (why: "composing" | "too_long" | null) => void;
};

/**
 * One text area over one shared text. What is typed here is applied to the shared text at the place where it was typed; what others type
 * is written into the element at once, with both ends of the selection on the same letters. The element holds the shared text and, behind
 * it, what exceeds the limit: that stays here alone until there is room. While a word is being composed nothing is written into it.
 */
export class SharedLine {
  private readonly undoing: Y.UndoManager;
  /** Takes back what was replaced in the whole story, where that is the last that happened here. */
  private readonly takeBackReplacement: () => boolean;
  private shown: string;
  /** The end of what is shown that exceeds the limit. */
  private rest = "";
  private composing = false;
  /** What others changed while a word is being composed. */
  private since: LineDelta[] = [];
  /** What typography set last: Backspace right behind it takes the setting back. */
  private lastSet: { end: number; text: string; typed: string } | null = null;

  constructor(
    private readonly text: Y.Text,
    private readonly element: HTMLTextAreaElement,
    private readonly options: Options,
  ) {
    this.undoing = new Y.UndoManager(text, { trackedOrigins: new Set([this]) });
    this.takeBackReplacement = Replacement.within(this.undoing);
    this.shown = text.toString();
    this.element.value = this.shown;
    text.observe(this.follow);
    for (const [name, listener] of this.listeners) element.addEventListener(name, listener);
    options.shows(this.shown);
  }

  close(): void {
    this.text.unobserve(this.follow);
    for (const [name, listener] of this.listeners) this.element.removeEventListener(name, listener);
    this.undoing.destroy();
    this.options.waits(null);
  }

  private readonly listeners: [string, (event: Event) => void][] = [
    ["input", () => this.composing || this.take()],
    ["beforeinput", (event) => this.takeBackInstead(event as InputEvent)],
    ["beforeinput", (event) => this.typeset(event as InputEvent)],
    ["keydown", (event) => this.press(event as KeyboardEvent)],
    [
      "compositionstart",
      () => {
        this.composing = true;
        this.options.waits("composing");
      },
    ],
    [
      "compositionend",
      () => {
        this.composing = false;
        this.take();
      },
    ],
  ];

  /** What was typed into the element since it was last read, applied to the shared text. */
  private take(): void {
    const saved = this.shown.length - this.rest.length;
    const { value, caret } = this.read();
    const kept = savedPart(value, this.options.limit);
    const edits = editsOfSaved(saved, editBetween(this.shown, value, caret), kept);
    const since = this.since;
    this.since = [];
    let rest = value.slice(kept.length);
    this.text.doc?.transact(() => {
      for (const edit of edits) applyEdit(this.text, edit, since);
      rest = this.cutToLimit() + rest;
    }, this);
    this.show(this.text.toString() + rest, since.reduce(placeAfter, caret), since.reduce(placeAfter, caret));
  }

  /** Sets a typed sign as the language does, as a step of its own: undo leaves it as it was typed. */
  private typeset(event: InputEvent): void {
    const last = this.lastSet;
    this.lastSet = null;
    const language = this.options.language();
    const { selectionStart: from, selectionEnd: to, value, readOnly } = this.element;
    if (!language || readOnly || this.composing || event.isComposing) return;
    if (event.inputType === "deleteContentBackward") {
      const isBehind = last !== null && from === to && to === last.end && value.slice(to - last.text.length, to) === last.text;
      if (!isBehind) return;
      event.preventDefault();
      this.replace(to - last.text.length, to, last.typed);
      return;
    }
    const { data } = event;
    if (event.inputType !== "insertText" || data?.length !== 1) return;
    const setting = settingOf(data, value.slice(Math.max(0, from - lookBack), from), language);
    if (!setting) return;
    event.preventDefault();
    this.replace(from, to, data);
    this.undoing.stopCapturing();
    const start = from - setting.back;
    this.replace(start, from + data.length, setting.text);
    this.undoing.stopCapturing();
    this.lastSet = { end: start + setting.text.length, text: setting.text, typed: value.slice(start, from) + data };
  }

  private replace(from: number, to: number, text: string): void {
    this.element.setRangeText(text, from, to, "end");
    this.take();
  }

  /** The element's text without what cannot be stored, and the caret in it. */
  private read(): { value: string; caret: number } {
    const { value, selectionEnd } = this.element;
    return { value: this.clean(value), caret: this.clean(value.slice(0, selectionEnd)).length };
  }

  private clean(value: string): string {
    return lineText(value, this.options.multiline);
  }

  /** Takes off the shared text what exceeds the limit, where others filled it meanwhile; returns it. */
  private cutToLimit(): string {
    const whole = this.text.toString();
    const kept = savedPart(whole, this.options.limit);
    if (kept.length < whole.length) this.text.delete(kept.length, whole.length - kept.length);
    return whole.slice(kept.length);
  }

  /** What others wrote, and what undo brought back, shown at once. */
  private readonly follow = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (transaction.origin === this) return;
    // A step of its own, whatever was typed a moment ago.
    if (transaction.origin instanceof Replacement) this.undoing.stopCapturing();
    if (this.composing) return void this.since.push(event.delta);
    const rest = this.rest;
    const { selectionStart, selectionEnd } = this.element;
    const own = transaction.origin === this.undoing ? endOf(event.delta) : null;
    this.show(this.text.toString() + rest, own ?? placeAfter(selectionStart, event.delta), own ?? placeAfter(selectionEnd, event.delta));
    if (rest) queueMicrotask(() => this.saveRest());
  };

  /** When others made room for all that waits, it is saved. */
  private saveRest(): void {
    if (this.rest && savedPart(this.shown, this.options.limit) === this.shown) this.take();
  }

  private show(value: string, start: number, end: number): void {
    this.shown = value;
    this.rest = value.slice(this.text.length);
    const { element } = this;
    if (element.value !== value) {
      element.value = value;
      if (document.activeElement === element) element.setSelectionRange(start, end);
    }
    // Overfilled together with others, nothing waits here alone, and yet not all of it is the story's.
    this.options.waits(savedPart(value, this.options.limit) === value ? null : "too_long");
    this.options.shows(value);
  }

  private press(event: KeyboardEvent): void {
    const redoes = isPressed(event, keys.redo) || isPressed(event, "Mod-y");
    if (this.composing || !(redoes || isPressed(event, keys.undo))) return;
    event.preventDefault();
    if (this.element.readOnly) return;
    if (redoes) this.undoing.redo();
    else this.undo();
  }

  private undo(): void {
    if (!this.takeBackReplacement()) this.undoing.undo();
  }

  /** The browser's own undo, from its menu or a shaken phone, knows nothing of colleagues: ours in its place. */
  private takeBackInstead(event: InputEvent): void {
    if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
    event.preventDefault();
    if (event.inputType === "historyUndo") this.undo();
    else this.undoing.redo();
  }
}

/** Where the last change of a delta ends. */
function endOf(changes: LineDelta): number {
  let read = 0;
  let end = 0;
  for (const change of changes) {
    if (change.retain) read += change.retain;
    else {
      if (typeof change.insert === "string") read += change.insert.length;
      end = read;
    }
  }
  return end;
}
