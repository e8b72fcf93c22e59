/** Whether this key is the one for focus mode: Ctrl or ⌘, Shift and the full stop, wherever the keyboard has it; a French one writes the stroke there, which opens the list of keys. */
export function isFocusKey(event: Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "shiftKey" | "altKey" | "code" | "key">): boolean {
  return (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey && (event.key === "." || (event.code === "Period" && event.key !== "/"));
}

/** Whether Escape belongs to something that is open over the text: it closes that first. */
export function isEscapeOfOther(event: KeyboardEvent): boolean {
  return event.isComposing || (event.target instanceof Element && event.target.closest("dialog, form, [role='menu'], .panel") !== null) || document.querySelector(".slash.open, .bubble.open") !== null;
}
