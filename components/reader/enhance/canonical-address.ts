/** Where the story of this page stands for everybody. Null in a preview: what is not public has no address to hand on or to keep. */
export function canonicalAddress(): string | null {
  return document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? null;
}
