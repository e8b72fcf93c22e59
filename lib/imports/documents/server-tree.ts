import { parseHTML } from "linkedom";

/** A tree of HTML outside a browser. */
export function parseOnServer(html: string): Document {
  return parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`).document as unknown as Document;
}
