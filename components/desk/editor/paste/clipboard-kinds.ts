/** Files that become text: Word and Markdown. Pictures are somebody else's. */
export function isDocumentFile(file: File): boolean {
  return /\.(?:docx?|md|markdown|mdown|txt)$/i.test(file.name) || /^(?:text\/(?:plain|markdown)|application\/(?:msword|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))$/.test(file.type);
}

/** One address and nothing else: that is for links and embeds. */
export function isOneAddress(text: string): boolean {
  return text.length <= 2000 && /^\s*https?:\/\/\S+\s*$/i.test(text);
}

/** A picture copied from a page: its HTML says no word. */
export function isOnlyPicture(html: string, text: string): boolean {
  return !/\S/.test(text) && html.length < 100_000 && /<img\b/i.test(html) && !/[^\s<>]/.test(html.replace(/<!--[^<>]{0,200}-->|<[^<>]{0,50000}>/g, ""));
}
