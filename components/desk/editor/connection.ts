import type { ComponentType } from "react";
import { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import * as Y from "yjs";
import { actAs } from "@/components/desk/editor/api";
import { CloseCode } from "@/lib/articles/close-codes";
import { storyEventMessage } from "@/lib/articles/story-event";
import type { PresentPerson } from "@/lib/articles/desk-views";
import { lineRhythm, StoryProvider } from "@/lib/articles/story-provider";
import { schemaVersion } from "@/lib/content/schema";

/** What the save state says; only `saved` promises anything. */
export type SaveState = { kind: "opening" | "saving" | "offline" } | { kind: "signed_out"; /** Somebody else is signed in by now. */ other?: boolean } | { kind: "too_long"; field: string } | { kind: "saved"; at: Date } | { kind: "refused"; why: Refused };
export type Refused = "not_found" | "withdrawn" | "reload" | "rejected" | "full";

export type Colleague = PresentPerson & { client: number; field: string | null };
/** Why something typed stays in its field for now: a word is being composed, or the field is too long. */
export type Waiting = "composing" | "too_long";
export type ConnectionState = {
  save: SaveState;
  ready: boolean;
  colleagues: Colleague[];
  /** What the device keeps, in words that go on "Offline: "; nothing while it promises nothing. */
  kept?: string | null;
  /** What is to be said of the device above the text. */
  Notice?: ComponentType | null;
};

/** What was sent and not acknowledged for so long, in milliseconds, has perhaps not arrived: a line that went dead tells nobody. */
const longestSilence = 6000;

/** "Saved" is said so long after the last commit, in milliseconds: between two keys the word would only flicker. */
const restBeforeSaved = 300;

const finalReasons: Record<string, Refused> = { not_found: "not_found", not_allowed: "withdrawn", schema_too_old: "reload", epoch_changed: "reload", full: "full" };
const finalCodes: Record<number, Refused> = { [CloseCode.withdrawn]: "withdrawn", [CloseCode.reload]: "reload", [CloseCode.refused]: "rejected" };

/**
 * One open story in this tab: its document, the socket, and what may honestly be said about saving. The server acknowledges an update
 * only after PostgreSQL has committed it, so "no unsent changes" means saved.
 */
export class StoryConnection {
  readonly doc = new Y.Doc();
  /** For what comes later: a script that brought Yjs by its own way would cut it out of the one it comes in, and the opening would weigh more. */
  readonly yjs = { Doc: Y.Doc, applyUpdate: Y.applyUpdate, encodeStateAsUpdate: Y.encodeStateAsUpdate, mergeUpdates: Y.mergeUpdates };
  readonly provider: StoryProvider;
  /** Waits until what is unsent may be merged; asked before each new connection says anything. */
  rejoin: (() => Promise<void>) | undefined;
  private readonly socket: HocuspocusProviderWebsocket;
  private state: ConnectionState = { save: { kind: "opening" }, ready: false, colleagues: [] };
  private readonly listeners = new Set<() => void>();
  private readonly savedListeners = new Set<() => void>();
  private readonly committedListeners = new Set<() => void>();
  private readonly eventListeners = new Set<() => void>();
  private connected = false;
  private ended = false;
  private resting: ReturnType<typeof setTimeout> | undefined;
  /** Set while something is sent and not acknowledged. */
  private listening: ReturnType<typeof setTimeout> | undefined;
  /** Whether the line seems dead, whatever the socket believes. */
  private silent = false;
  private unanswered = 0;
  /** Fields that hold something which has not been sent, and why. */
  private readonly waiting = new Map<string, Waiting>();

  constructor(
    articleId: string,
    epoch: number,
    copy: string | null,
    /** Who writes here: what is unsent never goes up in another person's name. */
    private readonly me: string,
  ) {
    actAs(me);
    const address = new URL("/collab", location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    this.socket = new HocuspocusProviderWebsocket({ url: address.href, ...lineRhythm });
    this.provider = new StoryProvider({
      websocketProvider: this.socket,
      name: copy ? `proposal:${copy}` : `article:${articleId}`,
      document: this.doc,
      token: async () => {
        await this.rejoin?.();
        return JSON.stringify({ schema: schemaVersion, epoch, person: me });
      },
      onSynced: () => {
        this.connected = true;
        this.heard();
        this.change({ ready: true });
        this.judge();
      },
      onUnsyncedChanges: ({ number }) => {
        if (number < this.unanswered) this.heard();
        this.unanswered = number;
        this.judge();
        if (number === 0) this.tellCommitted();
      },
      onAuthenticationFailed: ({ reason }) => this.end(reason === "signed_out" ? { kind: "signed_out" } : { kind: "refused", why: finalReasons[reason] ?? "not_found" }),
      onAwarenessChange: () => this.look(),
      onStateless: ({ payload }) => {
        if (payload === storyEventMessage) for (const listener of this.eventListeners) listener();
      },
    });
    // What comes from colleagues was committed before it was passed on.
    this.doc.on("update", (_bytes: Uint8Array, from: unknown) => from === this.provider && this.tellCommitted());
    this.socket.on("disconnect", ({ event }: { event?: { code?: number } }) => {
      this.connected = false;
      if (event?.code === CloseCode.signedOut) this.signedOut();
      else if (event?.code !== undefined && finalCodes[event.code]) this.end({ kind: "refused", why: finalCodes[event.code] ?? "reload" });
      else this.judge();
    });
    addEventListener("offline", this.lineGone);
    addEventListener("online", this.lineBack);
    this.provider.attach();
  }

  private readonly lineGone = () => {
    this.silent = true;
    this.judge();
  };

  private readonly lineBack = () => {
    this.heard();
    this.judge();
  };

  /** The server answered: the line is good, and its silence is counted anew. */
  private heard(): void {
    clearTimeout(this.listening);
    this.listening = undefined;
    this.silent = false;
  }

  /** Signed out in another tab or by an administrator: everything stays here; when the same person signs in again in another tab, it goes up. */
  private signedOut(): void {
    clearTimeout(this.resting);
    this.resting = undefined;
    this.change({ save: { kind: "signed_out" } });
    this.socket.disconnect();
    const again = setInterval(() => {
      if (this.ended || this.state.save.kind !== "signed_out") {
        clearInterval(again);
        return;
      }
      fetch("/api/viewer")
        .then((response) => response.json())
        .then(({ value }: { value: { id: string } | null }) => {
          if (this.state.save.kind !== "signed_out") return;
          if (value?.id !== this.me) return this.change({ save: { kind: "signed_out", other: !!value } });
          clearInterval(again);
          this.change({ save: { kind: "offline" } });
          this.socket.connect();
        })
        // Not reachable: asked again in a moment.
        .catch(() => undefined);
    }, 2000);
  }

  private judge(): void {
    if (this.ended || this.state.save.kind === "signed_out" || !this.state.ready) return;
    const connected = this.connected && !this.silent;
    const committed = connected && this.provider.unsyncedChanges === 0 && this.provider.isSynced;
    if (connected && this.provider.unsyncedChanges > 0) this.listening ??= setTimeout(this.lineGone, longestSilence);
    if (committed && this.waiting.size === 0) {
      this.restThenSaySaved();
      return;
    }
    clearTimeout(this.resting);
    this.resting = undefined;
    const tooLong = committed && [...this.waiting].find(([, why]) => why === "too_long");
    this.say(tooLong ? { kind: "too_long", field: tooLong[0] } : { kind: connected ? "saving" : "offline" });
  }

  private restThenSaySaved(): void {
    if (this.state.save.kind === "saved") return;
    if (this.state.save.kind === "opening") this.say({ kind: "saved", at: new Date() });
    else this.resting ??= setTimeout(() => {
      this.resting = undefined;
      this.say({ kind: "saved", at: new Date() });
    }, restBeforeSaved);
  }

  private say(save: SaveState): void {
    const said = this.state.save;
    if (save.kind === said.kind && !(save.kind === "too_long" && said.kind === "too_long" && save.field !== said.field)) return;
    this.change({ save });
    if (save.kind === "saved") for (const listener of this.savedListeners) listener();
  }

  private tellCommitted(): void {
    for (const listener of this.committedListeners) listener();
  }

  private look(): void {
    const colleagues: Colleague[] = [];
    for (const [client, state] of this.provider.awareness?.getStates() ?? []) {
      const user = state.user as PresentPerson | undefined;
      if (user?.id && client !== this.doc.clientID) colleagues.push({ ...user, client, field: typeof state.field === "string" ? state.field : null });
    }
    if (JSON.stringify(colleagues) !== JSON.stringify(this.state.colleagues)) this.change({ colleagues });
  }

  private end(save: SaveState): void {
    clearTimeout(this.resting);
    this.resting = undefined;
    this.change({ save });
    if (save.kind === "signed_out") this.signedOut();
    else {
      this.ended = true;
      this.socket.disconnect();
    }
  }

  /** Tells what is new of the story: of its saving the connection alone, of the device what keeps it there. */
  change(part: Partial<ConnectionState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }

  /** Whether something typed here has not been committed yet. */
  get unsaved(): boolean {
    return this.provider.unsyncedChanges > 0 || this.waiting.size > 0;
  }

  /** Notes that a field holds something which cannot be sent yet, or no longer does: until then nothing is called saved. */
  wait(field: string, why: Waiting | null): void {
    if ((this.waiting.get(field) ?? null) === why) return;
    if (why) this.waiting.set(field, why);
    else this.waiting.delete(field);
    this.judge();
  }

  snapshot = (): ConnectionState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Calls back each time everything typed so far has been committed. */
  onSaved(listener: () => void): () => void {
    this.savedListeners.add(listener);
    return () => this.savedListeners.delete(listener);
  }

  /** Calls back each time something was committed, one's own or a colleague's: between two keys too, where nothing is called saved yet. */
  onCommitted(listener: () => void): () => void {
    this.committedListeners.add(listener);
    return () => this.committedListeners.delete(listener);
  }

  /** Calls back when something happened to the story beside its text: published, scheduled, sent back. */
  onStoryEvent(listener: () => void): () => void {
    this.eventListeners.add(listener);
    return () => this.eventListeners.delete(listener);
  }

  /** Tells colleagues which field one is in. */
  enter(field: string | null): void {
    this.provider.awareness?.setLocalStateField("field", field);
  }

  close(): void {
    this.ended = true;
    removeEventListener("offline", this.lineGone);
    removeEventListener("online", this.lineBack);
    clearTimeout(this.listening);
    clearTimeout(this.resting);
    this.provider.destroy();
    this.socket.destroy();
    this.doc.destroy();
  }
}
