/** A piece of one of our stories: other editors of the same make write slices too, but name no blocks as we do. */
export function isOwnSlice(html: string): boolean {
  return /\bdata-pm-slice=/.test(html) && /\bdata-id="[a-z0-9]{10}"/.test(html);
}
