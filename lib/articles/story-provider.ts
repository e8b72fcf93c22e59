import { HocuspocusProvider, MessageType } from "@hocuspocus/provider";
import * as decoding from "lib0/decoding";
import { messageYjsSyncStep1 } from "y-protocols/sync";

/** What the browser calls an open socket. */
const openSocket = 1;

/** How a line that broke is made again, and when one on which nothing is heard is given up, in milliseconds. */
export const lineRhythm = { delay: 400, minDelay: 400, maxDelay: 4000, factor: 1.6, messageReconnectTimeout: 20_000 };

type Provider = InstanceType<typeof HocuspocusProvider>;

/**
 * The line of one open story, which on a new connection says nothing of what is typed before it has told the server everything that it
 * lacks. Without that, whoever types without a pause sends letters that lean on others which were lost with the old connection; the server
 * cannot take them, closes, and the next connection begins in the same way.
 */
export class StoryProvider extends HocuspocusProvider {
  /** Whether this connection has told the server what it lacked. */
  private toldAll = false;
  /** Asked of each message of the server whether it is kept until later; whoever keeps one hands it to `onMessage` again. */
  keeps: ((event: MessageEvent) => boolean) | null = null;

  override documentUpdateHandler(...[update, origin]: Parameters<Provider["documentUpdateHandler"]>): void {
    if (origin === this || (this.toldAll && this.isOpen)) super.documentUpdateHandler(update, origin);
    // It goes with what the server is told when it asks; until then something is unsent.
    else if (!this.hasUnsyncedChanges) this.incrementUnsyncedChanges();
  }

  /** A socket that is closing takes nothing any more, and what waits for the next one would overtake the handshake. */
  private get isOpen(): boolean {
    return this.configuration.websocketProvider.webSocket?.readyState === openSocket;
  }

  override onOpen(event: Event): Promise<void> {
    // A line that went dead is given up without a close being told; what held for it must not hold for this one.
    if (this.toldAll || this.isSynced) this.onClose();
    return super.onOpen(event);
  }

  override onClose(): void {
    this.toldAll = false;
    super.onClose();
  }

  override onMessage(event: MessageEvent): void {
    if (this.keeps?.(event)) return;
    super.onMessage(event);
    // The answer was sent in this very step, from the document as it stands: nothing could be typed between.
    if (asksWhatItLacks(event.data)) this.toldAll = true;
  }
}

/** Whether a message of the server is the first step of Yjs's handshake: it tells what it has, and asks for the rest. */
function asksWhatItLacks(data: ArrayBuffer): boolean {
  const decoder = decoding.createDecoder(new Uint8Array(data));
  decoding.readVarString(decoder);
  return decoding.readVarUint(decoder) === MessageType.Sync && decoding.readVarUint(decoder) === messageYjsSyncStep1;
}
