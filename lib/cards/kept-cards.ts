import { type CardPlace, cardName, type SocialCard } from "@/lib/cards/card";
import { drawCard } from "@/lib/cards/draw-card";
import { getFile, putFile } from "@/lib/media/disk-store";
import { cardsFolder } from "@/lib/media/keys";

const keyOf = ({ of, id }: CardPlace, card: SocialCard) => `${cardsFolder}/${of}/${id}/${cardName(card)}.png`;

/** Nobody waits behind more drawings than these: they take a tenth of a second each, one after another. */
const mostWaiting = 30;

/** Too many cards are being drawn to promise this one soon. */
export class TooManyCards extends Error {}

const underWay = new Map<string, Promise<Buffer>>();
let last: Promise<unknown> = Promise.resolve();

/** The card as a PNG, from the store or drawn there and then, once for all who ask. Throws `TooManyCards` where many wait. */
export async function cardFile(place: CardPlace, card: SocialCard): Promise<Buffer> {
  const key = keyOf(place, card);
  const waiting = underWay.get(key);
  if (waiting) return waiting;
  const kept = await getFile(key);
  if (kept) return kept;
  if (underWay.size >= mostWaiting) throw new TooManyCards();
  const drawing = underWay.get(key) ?? inTurn(key, card);
  underWay.set(key, drawing);
  return drawing.finally(() => underWay.delete(key));
}

/** One at a time, so that cards leave the machine to its readers. */
function inTurn(key: string, card: SocialCard): Promise<Buffer> {
  const drawing = last.then(async () => {
    const bytes = await drawCard(card);
    await putFile(key, bytes);
    return bytes;
  });
  // The next one is drawn whether or not this could be; whoever asked for this hears of it.
  last = drawing.catch(() => undefined);
  return drawing;
}
