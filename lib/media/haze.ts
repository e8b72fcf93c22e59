import { thumbHashToRGBA } from "thumbhash";

/** Cells of the haze, along its longer and its shorter side. A browser draws them as one soft gradient. */
const [long, short] = [4, 3];
const headers = { file: 14, core: 12 } as const;

/** The shortest hash there is, in characters of base64. */
const shortest = 12;
/** A front draws the same hazes again and again; working one out takes a third of a millisecond. */
const drawn = new Map<string, string | null>();

/**
 * A picture's ThumbHash as the smallest image that every browser draws: a bitmap of twelve cells, about 110 characters of which pages
 * share the first half. Null where there is no hash, or none that can be read.
 */
export function hazeOf(thumbHash: string): string | null {
  if (thumbHash.length < shortest) return null;
  const known = drawn.get(thumbHash);
  if (known !== undefined) return known;
  if (drawn.size >= 5000) drawn.clear();
  const haze = draw(thumbHash);
  drawn.set(thumbHash, haze);
  return haze;
}

function draw(thumbHash: string): string | null {
  try {
    const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(thumbHash), (letter) => letter.charCodeAt(0)));
    const [across, down] = w >= h ? [long, short] : [short, long];
    return bitmap(across, down, (column, row) => meanColour(rgba, w, { left: Math.floor((column * w) / across), right: Math.floor(((column + 1) * w) / across), top: Math.floor((row * h) / down), bottom: Math.floor(((row + 1) * h) / down) }));
  } catch {
    // Not a hash: the picture comes without a haze.
    return null;
  }
}

type Colour = readonly [red: number, green: number, blue: number];
type Cell = { left: number; right: number; top: number; bottom: number };

function meanColour(rgba: Uint8Array, width: number, cell: Cell): Colour {
  const sum = [0, 0, 0];
  for (let row = cell.top; row < cell.bottom; row++) {
    for (let column = cell.left; column < cell.right; column++) {
      for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (rgba[(row * width + column) * 4 + channel] ?? 0);
    }
  }
  const cells = Math.max(1, (cell.right - cell.left) * (cell.bottom - cell.top));
  // In steps of eight, which nobody sees in a haze: the text that carries it repeats itself more.
  const step = (channel: number) => Math.min(248, Math.round((sum[channel] ?? 0) / cells / 8) * 8);
  return [step(0), step(1), step(2)];
}

/** A bitmap with the short header of the format's first version; rows from below, each filled to four bytes. */
function bitmap(width: number, height: number, colourAt: (column: number, row: number) => Colour): string {
  const rowLength = Math.ceil((width * 3) / 4) * 4;
  const start = headers.file + headers.core;
  const file = new DataView(new ArrayBuffer(start + rowLength * height));
  const [mark, little] = [0x4d42, true];
  file.setUint16(0, mark, little);
  file.setUint32(2, file.byteLength, little);
  file.setUint32(10, start, little);
  file.setUint32(headers.file, headers.core, little);
  for (const [at, value] of [width, height, 1, 24].entries()) file.setUint16(headers.file + 4 + at * 2, value, little);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [red, green, blue] = colourAt(column, height - 1 - row);
      for (const [at, value] of [blue, green, red].entries()) file.setUint8(start + row * rowLength + column * 3 + at, value);
    }
  }
  return `data:image/bmp;base64,${btoa(String.fromCharCode(...new Uint8Array(file.buffer)))}`;
}
