import type { AsyncLocalStorage } from "node:async_hooks";
import type { PageTag } from "@/lib/core/page-tags";
import { processStore } from "@/lib/kernel/process-store";

/** What a reader page says of itself while it renders; the server holds the finished response and acts on it. */
export type ReaderRequest = {
  tags: Set<PageTag>;
  status: number;
  location: string | null;
  /** The policy's names for style elements of the page that are not of the build. */
  styleHashes: string[];
  /** Props on their way from a page to the view that draws it. */
  handed: unknown[];
};

/** What a page that Next answers by itself says of its status. */
export type DrawnStatus = { status: number };

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    readerRequests: AsyncLocalStorage<ReaderRequest>;
    drawnStatuses: AsyncLocalStorage<DrawnStatus>;
  }
}

/** The reader's request that is being answered here, if any. */
export const currentRequest = () => processStore().readerRequests?.getStore();

/** What the page was made from: when an event touches it, the cached copy goes. */
export function noteTags(...tags: PageTag[]): void {
  const request = currentRequest();
  for (const tag of tags) request?.tags.add(tag);
}

/** The true status of this page, and where it moved. Pages say it here, since Next would stream a 200. */
export function answerWith(status: 301 | 403 | 404 | 410 | 413, location: string | null = null): void {
  const request = currentRequest();
  const own = processStore().drawnStatuses?.getStore();
  if (own) own.status = status;
  if (!request) return;
  request.status = status;
  request.location = location;
}
