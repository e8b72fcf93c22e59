/**
 * What a picture may be when it comes. Judged by the server; the editor asks first, to spare the way. Refused from `pixels` on;
 * `decoderPixels` is the decoder's own net, for a file whose head says less than is in it.
 */
export const pictureLimits = { bytes: 25 * 1024 * 1024, pixels: 40_000_000, decoderPixels: 50_000_000, leastWidth: 200 } as const;

/** How many pixels across a figure shows at least, and from how many on it is sharp everywhere. */
export const shownWidths = { least: 460, good: 1200 } as const;

/** Everything else, SVG above all, is refused: it could carry a program. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp", "image/avif"] as const;

export const tooLarge = "This file is larger than 25 MB. Make the picture smaller and choose it again.";
