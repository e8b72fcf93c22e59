/** The fence in which the text stands behind this line, as it was opened; null outside of code. A backtick behind the opening ones makes a code span of them. */
export function fenceAfter(line: string, open: string | null): string | null {
  if (open === null) return /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? null;
  const closing = /^ {0,3}(`{3,}|~{3,}) *$/.exec(line)?.[1];
  return closing?.startsWith(open) ? null : open;
}
