export type PlaceInGrid = { at: number; count: number; columns: number };

/** Where a key leads from one picture of a grid: to another, `above` the first row, or nowhere (null), where the key is not the grid's. */
export function walkGrid(key: string, { at, count, columns }: PlaceInGrid): number | "above" | null {
  const last = count - 1;
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, at - 1);
    case "ArrowRight":
      return Math.min(last, at + 1);
    case "ArrowUp":
      return at < columns ? "above" : at - columns;
    case "ArrowDown":
      // The last row may be shorter than the one above it.
      return Math.floor(at / columns) === Math.floor(last / columns) ? at : Math.min(last, at + columns);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}
