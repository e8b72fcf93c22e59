import type { Pasted } from "@/lib/content/paste/paste";
import { joinReceipts } from "@/lib/content/paste/receipt";

/** Several pieces that came at once as one, in their order; of each field the first that names it. */
export function joinPasted(pieces: readonly Pasted[]): Pasted {
  const [first] = pieces;
  if (!first || pieces.length === 1) return first ?? { body: [], receipt: { source: "plain", lines: [] }, images: [] };
  const fields = Object.assign({}, ...pieces.map((piece) => piece.fields ?? {}).reverse()) as NonNullable<Pasted["fields"]>;
  const aside = pieces.flatMap((piece) => piece.aside ?? []);
  return {
    body: pieces.flatMap((piece) => piece.body),
    receipt: joinReceipts(pieces.map((piece) => piece.receipt)),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(aside.length > 0 ? { aside } : {}),
    images: pieces.flatMap((piece, index) => piece.images.map((image) => ({ ...image, after: image.after + pieces.slice(0, index).reduce((sum, before) => sum + before.body.length, 0) }))),
  };
}
