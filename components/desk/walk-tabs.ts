export type PlaceAmongTabs = { at: number; count: number; isRightToLeft: boolean };

/** Where a key leads from one tab of a row: to another, round the ends, or nowhere (null), where the key is not the row's. */
export function walkTabs(key: string, { at, count, isRightToLeft }: PlaceAmongTabs): number | null {
  const onward = isRightToLeft ? "ArrowLeft" : "ArrowRight";
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight":
      return (at + (key === onward ? 1 : -1) + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
