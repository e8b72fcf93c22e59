type Raw = { text?: unknown; content?: Raw[] };

/** Whether there is no word in a node of a body, nor in any within it. */
export function isBlank(node: Raw | undefined): boolean {
  return node === undefined || (typeof node.text === "string" ? node.text.trim() === "" : (Array.isArray(node.content) ? node.content : []).every(isBlank));
}
