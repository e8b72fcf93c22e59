import type { IncomingMessage, ServerResponse } from "node:http";
import { cardAddress, cardAt, cardName } from "@/lib/cards/card";
import { cardFile, TooManyCards } from "@/lib/cards/kept-cards";
import { cardOf } from "@/lib/cards/reads/card-of";
import { mediaHeaders } from "@/server/headers";

/**
 * Serves the social cards of what readers see now. Under the name of what a card no longer says one is sent to the one that stands: nobody
 * has more cards drawn than there are pages.
 */
export async function serveCard(request: IncomingMessage, response: ServerResponse, path: string, https: boolean): Promise<void> {
  const place = cardAt(path);
  const card = place && (await cardOf(place));
  const say = (status: number, text: string, more: Record<string, string> = {}) => {
    response.writeHead(status, { ...mediaHeaders(https), "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...more });
    response.end(`${text}\n`);
  };
  if (!place || !card) return say(404, "There is no such card.");
  if (place.name !== cardName(card)) {
    const now = cardAddress(place, card);
    return say(302, `It is at ${now}`, { Location: now });
  }
  // A card's name stands for all that it says.
  const headers = { ...mediaHeaders(https), "Content-Type": "image/png", ETag: `"${place.name}"`, "Cache-Control": "public, max-age=300" };
  if (request.headers["if-none-match"] === headers.ETag) return void response.writeHead(304, headers).end();
  try {
    const bytes = await cardFile(place, card);
    response.writeHead(200, { ...headers, "Content-Length": bytes.length });
    response.end(request.method === "HEAD" ? undefined : bytes);
  } catch (error) {
    if (!(error instanceof TooManyCards)) throw error;
    say(503, "Many cards are being drawn just now. Please try again in a moment.", { "Retry-After": "5" });
  }
}
