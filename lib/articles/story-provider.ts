import { HocuspocusProvider, MessageType } from "@hocuspocus/provider";
import * as decoding from "lib0/decoding";
import { messageYjsSyncStep1, messageYjsUpdate } from "y-protocols/sync";

/** What the browser calls an open socket. */
const openSocket = 1;

/** How a line that broke is made again, and when one on which nothing is heard is given up, in milliseconds: three heartbeats of the server. */
export const lineRhythm = { delay: 400, minDelay: 400, maxDelay: 4000, factor: 1.6, messageReconnectTimeout: 12_000 };

type Provider = InstanceType<typeof HocuspocusProvider>;

/**
 * The line of one open story, which on a new connection says nothing of what is typed before it has told the server everything that it
 * lacks. Without that, whoever types without a pause sends letters that lean on others which were lost with the old connection; the server
 * cannot take them, closes, and the next connection begins in the same way.
 */
export class StoryProvider extends HocuspocusProvider {
  /** Whether this connection has told the server what it lacked. */
  private toldAll = false;
  /** Where set, it takes the changes of both sides, and hands each to the line again later: others’ to `onMessage`, one’s own to `documentUpdateHandler`, these first. Those that are `held` are in the document, and not counted as unsynced. */
  holds: { others(event: MessageEvent): void; own(update: Uint8Array): void; held(): boolean } | null = null;

  override documentUpdateHandler(...[update, origin]: Parameters<Provider["documentUpdateHandler"]>): void {
    if (this.holds && origin !== this) this.holds.own(update);
    else if (origin === this || (this.toldAll && this.isOpen)) super.documentUpdateHandler(update, origin);
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
    const step = stepIn(event.data);
    if (this.holds && step === messageYjsUpdate) {
      this.holds.others(event);
      return;
    }
    super.onMessage(event);
    // The server has told what it has and asked for the rest. The answer was sent in this very step, from the document as it stands: nothing could be typed between.
    if (step === messageYjsSyncStep1) this.toldAll = true;
  }
}

/** Which step of Yjs's exchange a message of the server is; null where it is none of them. */
function stepIn(data: ArrayBuffer): number | null {
  const decoder = decoding.createDecoder(new Uint8Array(data));
  decoding.readVarString(decoder);
  return decoding.readVarUint(decoder) === MessageType.Sync ? decoding.readVarUint(decoder) : null;
}
