const noted = (articleId: string) => `restored:${articleId}`;

/** Leaves word for the editor, which opens next, which version was brought back. */
export function noteRestored(articleId: string, seq: number): void {
  sessionStorage.setItem(noted(articleId), String(seq));
}

/** What the editor says of a version that was just brought back; once. */
export function saidOfRestored(articleId: string): string | null {
  const seq = sessionStorage.getItem(noted(articleId));
  sessionStorage.removeItem(noted(articleId));
  return seq === null ? null : `Version ${seq} is back in the text; nothing of what others typed was lost`;
}
