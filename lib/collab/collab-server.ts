import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type beforeHandleAwarenessPayload, type beforeSyncPayload, Hocuspocus, type onAuthenticatePayload, type onDisconnectPayload, type onLoadDocumentPayload, type onStoreDocumentPayload } from "@hocuspocus/server";
import { type WebSocket, WebSocketServer } from "ws";
import { applyUpdate } from "yjs";
import { isDatabaseUnavailable } from "@/db/unavailable";
import { lookAtStory } from "@/lib/articles/commands/look-at-story";
import { CloseCode } from "@/lib/articles/close-codes";
import { heartbeat, storyEventMessage } from "@/lib/articles/story-event";
import { readHandshake } from "@/lib/collab/handshake";
import { catchUpEvery, frameBytes, goodbyeWithin, heartbeatEvery, peoplePerStory, recheckEvery, storeAfter } from "@/lib/collab/limits";
import { cutOffWhereGone } from "@/lib/collab/cut-off-where-gone";
import { MessageBucket } from "@/lib/collab/message-bucket";
import type { PresentPerson } from "@/lib/articles/desk-views";
import { freeHand, type Presence } from "@/lib/collab/presence";
import { admission, logOf, sharedDocument, type SharedDocument, storeCopy } from "@/lib/collab/shared-documents";
import { socketMessageOf } from "@/lib/collab/socket-messages";
import { projectWorkingCopy, storeWorkingCopy } from "@/lib/collab/store-working-copy";
import { UnderWay } from "@/lib/collab/under-way";
import { StoryRoom } from "@/lib/collab/story-room";
import type { StoryNews } from "@/lib/collab/story-news";
import type { PersonActor } from "@/lib/core/actor";
import type { RecordedEvent } from "@/lib/core/events";
import { schemaVersion } from "@/lib/content/schema";
import { log } from "@/lib/kernel/log";
import { fromProcess } from "@/lib/kernel/process-store";

/** What we know of a socket. Set by the server alone. */
type Seat = { socket: WebSocket; actor: PersonActor; shared: SharedDocument; documentName: string; hand: number };
type Context = { socket: WebSocket; actor: PersonActor; seat?: Seat };

export type CollabServer = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  presence: Presence;
  /** Sends everybody away with the code that says so, stores every open story, and lets nobody in. */
  close(): Promise<void>;
  /** Lets people in again. */
  open(): void;
  /** Closes for good. When this resolves, nothing of the collaboration will ask the database again. */
  stop(): Promise<void>;
};

type Door = {
  /** Who the cookie says it is, if the session still stands. */
  identify(request: IncomingMessage): Promise<PersonActor | null>;
  /** Whether the request comes from our own pages. */
  isOwnOrigin(request: IncomingMessage): boolean;
};

const refusal = (reason: string) => Object.assign(new Error(reason), { reason });

/**
 * The socket on which people write together. An update is validated, then committed, then applied and acknowledged; so a browser whose
 * unsent changes reach zero may say "Saved". Asks the same ability as the pages, at the door and whenever rights change.
 */
export function createCollabServer(door: Door, news: StoryNews = fromProcess("storyNews")): CollabServer {
  /** By the names of their documents. */
  const rooms = new Map<string, StoryRoom>();
  const seats = new Set<Seat>();
  const underWay = new UnderWay();
  let isClosed = false;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: frameBytes, perMessageDeflate: false });

  const hocuspocus = new Hocuspocus<Context>({
    quiet: true,
    timeout: 30_000,
    debounce: storeAfter.quiet,
    maxDebounce: storeAfter.latest,
    unloadImmediately: true,
    maxUnauthenticatedQueueSize: 256 * 1024,
    maxUnauthenticatedQueueMessages: 50,
    maxPendingDocuments: 1,
    yDocOptions: { gc: true, gcFilter: () => true },

    async onAuthenticate({ documentName, token, context, connectionConfig }: onAuthenticatePayload<Context>) {
      const shared = sharedDocument(documentName);
      const handshake = readHandshake(token);
      if (!handshake || !shared) throw refusal("not_found");
      // The page of somebody who has signed out since, in the browser of whoever came after: what is unsent in it is not this person's.
      if (handshake.person && handshake.person !== context.actor.personId) throw refusal("signed_out");
      const admitted = await admission(context.actor, shared).catch((error) => comeBack(error, [context.socket]));
      if (!admitted) throw refusal("not_found");
      if (handshake.schema < schemaVersion || handshake.schema < admitted.schemaVersion) throw refusal("schema_too_old");
      if (handshake.epoch !== admitted.epoch) throw refusal("epoch_changed");
      const others = [...seats].filter((seat) => seat.documentName === documentName);
      if (others.length >= peoplePerStory) throw refusal("full");
      const own = others.find((seat) => seat.actor.personId === context.actor.personId);
      const seat: Seat = { socket: context.socket, actor: context.actor, shared, documentName, hand: own?.hand ?? freeHand(others.map((other) => other.hand)) };
      seats.add(seat);
      context.socket.once("close", () => seats.delete(seat));
      connectionConfig.readOnly = false;
      return { ...context, seat };
    },

    async onLoadDocument({ documentName, document }: onLoadDocumentPayload<Context>) {
      const shared = sharedDocument(documentName);
      if (!shared) throw refusal("not_found");
      // Whoever sits there waits for this very opening.
      const room = await StoryRoom.open(logOf(shared)).catch((error) => comeBack(error, [...seats].filter((seat) => seat.documentName === documentName).map((seat) => seat.socket)));
      rooms.set(documentName, room);
      applyUpdate(document, room.state());
      // Whoever is named may open the story, and is told so at the next desk: not only when everybody pauses. To be named in a copy gives nobody anything.
      if (shared.kind === "article") document.getArray("bylines").observe(() => void underWay.follow(projectWorkingCopy(shared.id)).catch(logFailure));
      return document;
    },

    async beforeSync({ documentName, context, type, payload }: beforeSyncPayload<Context>) {
      // 0 asks for what is missing; 1 and 2 bring something.
      if (type === 0) return;
      const room = rooms.get(documentName);
      if (!room || !context.seat) throw refusal("not_open");
      try {
        const refused = await room.take(payload, context.seat.actor.personId);
        if (!refused || refused === "settled") {
          news.tell(documentName);
          if (refused) follow(documentName);
          return;
        }
        log().warn({ documentName, personId: context.seat.actor.personId, refused }, "an update of a working copy was not taken");
        context.socket.close({ refused: CloseCode.refused, stale: CloseCode.reload, incomplete: CloseCode.tryAgain }[refused], refused);
      } catch (error) {
        // Not committed, so not acknowledged: the browser keeps it, comes back and sends it again.
        log().error({ err: error, documentName }, "an update of a working copy could not be committed");
        context.socket.close(CloseCode.tryAgain, "try_again");
      }
      throw refusal("not_taken");
    },

    async beforeHandleAwareness({ states, context }: beforeHandleAwarenessPayload<Context>) {
      const seat = context?.seat;
      for (const state of states.values()) if (state && seat) state.user = { id: seat.actor.personId, name: seat.actor.name, hand: seat.hand } satisfies PresentPerson;
    },

    async onStoreDocument({ documentName, lastContext }: onStoreDocumentPayload<Context>) {
      const shared = sharedDocument(documentName);
      if (shared && rooms.has(documentName) && lastContext?.actor) await underWay.follow(store(shared, lastContext.actor, "pause"));
    },

    async onDisconnect({ documentName, clientsCount, context }: onDisconnectPayload<Context>) {
      const seat = context?.seat;
      if (!seat) return;
      if (clientsCount > 0) return looked(seat);
      const room = rooms.get(documentName);
      const stored = async () => {
        await room?.settled();
        await store(seat.shared, context.actor, "everybody left");
        await looked(seat);
      };
      await underWay.follow(stored()).catch((error) => log().error({ err: error }, "the working copy could not be stored when everybody left"));
    },

    async afterUnloadDocument({ documentName }: { documentName: string }) {
      rooms.get(documentName)?.close();
      rooms.delete(documentName);
    },
  });

  /**
   * What could not be asked while the database is away is no refusal, which a browser would take for its last word: these are closed, before
   * one is told, and come back. Throws, so that nobody is let in.
   */
  const comeBack = (error: unknown, waiting: readonly WebSocket[]): never => {
    if (!isDatabaseUnavailable(error)) throw error;
    log().warn("a story could not be opened: the database is away");
    for (const socket of waiting) socket.close(CloseCode.tryAgain, "try_again");
    // Without words: Hocuspocus would print them.
    throw Object.assign(new Error(), { reason: "try_again" });
  };

  /**
   * Whoever goes had the story before her eyes; what others change afterwards is new to her. Not when she comes: then her browser sends
   * what it still has, and that must not wait behind this. Nothing hangs on it, so a failure is only told to the log.
   */
  const looked = async ({ actor, shared }: Seat): Promise<void> => {
    if (shared.kind === "article") await underWay.follow(lookAtStory.execute({ articleId: shared.id }, { actor })).catch(logFailure);
  };

  const store = ({ kind, id }: SharedDocument, editor: PersonActor, occasion: "pause" | "everybody left") => (kind === "article" ? storeWorkingCopy(id, editor, occasion) : storeCopy(id));

  /** A restore or another server-side edit, or what people wrote at another process: brought from the log into the open document. */
  async function bringIn(documentName: string): Promise<void> {
    const document = hocuspocus.documents.get(documentName);
    const room = rooms.get(documentName);
    if (!document || !room) return;
    for (const bytes of await room.catchUp()) applyUpdate(document, bytes, { source: "local", skipStoreHooks: true });
  }

  /** The same where nobody waits for it. While the database is not there nothing is missed: the log is read again soon. */
  function follow(documentName: string): void {
    underWay.follow(bringIn(documentName)).catch((error) => isDatabaseUnavailable(error) || logFailure(error));
  }

  async function recheck(chosen: Iterable<Seat>): Promise<void> {
    for (const seat of chosen) {
      const request = requests.get(seat.socket);
      const actor = request ? await door.identify(request) : null;
      if (!actor) seat.socket.close(CloseCode.signedOut, "signed_out");
      else if (!(await admission(actor, seat.shared))) seat.socket.close(CloseCode.withdrawn, "not_allowed");
      else seat.actor = actor;
    }
  }

  const requests = new WeakMap<WebSocket, IncomingMessage>();
  const logFailure = (error: unknown) => log().error({ err: error }, "the collaboration server could not follow an event");
  const unsubscribe = fromProcess("events").subscribe((event: RecordedEvent) => {
    if (event.subjectType === "article") {
      // Published, scheduled, sent back…: whoever has the story open reads anew where it stands.
      const documentName = `article:${event.subjectId}`;
      hocuspocus.documents.get(documentName)?.broadcastStateless(storyEventMessage);
      if (typeof event.data.updateId === "number") follow(documentName);
      // A copy that was sent or withdrawn is nobody's to write in.
      if (typeof event.data.proposalId === "string") recheck([...seats].filter(({ shared }) => shared.id === event.data.proposalId)).catch(logFailure);
    }
    if (event.subjectType === "person" || event.name === "session.ended") {
      const personId = event.subjectType === "person" ? event.subjectId : event.data.personId;
      recheck([...seats].filter((seat) => seat.actor.personId === personId)).catch(logFailure);
    }
  });
  const rechecking = setInterval(() => recheck([...seats]).catch(logFailure), recheckEvery);
  rechecking.unref();
  const forgetNews = news.subscribe(follow);
  const catchingUp = setInterval(() => [...rooms.keys()].forEach(follow), catchUpEvery);
  catchingUp.unref();
  const beating = setInterval(() => {
    for (const document of hocuspocus.documents.values()) document.broadcastStateless(heartbeat);
  }, heartbeatEvery);
  beating.unref();

  const presence: Presence = {
    inStories() {
      const stories: Record<string, PresentPerson[]> = {};
      for (const { shared, actor, hand } of seats) {
        if (shared.kind !== "article") continue;
        stories[shared.id] ??= [];
        const present = stories[shared.id] ?? [];
        if (!present.some((person) => person.id === actor.personId)) present.push({ id: actor.personId, name: actor.name, hand });
      }
      return stories;
    },
  };

  async function welcome(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const refuse = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    if (!door.isOwnOrigin(request)) return void refuse("403 Forbidden");
    const actor = await door.identify(request);
    if (isClosed) return void refuse("503 Service Unavailable");
    // Refused after the upgrade, with a code the browser may read: a bare 401 tells a page nothing.
    sockets.handleUpgrade(request, socket, head, (ws) => {
      if (!actor) return ws.close(CloseCode.signedOut, "signed_out");
      requests.set(ws, request);
      cutOffWhereGone(ws, () => request.socket.bytesRead);
      const bucket = new MessageBucket();
      const client = hocuspocus.handleConnection(ws as never, asWebRequest(request), { socket: ws, actor });
      ws.on("message", (data: Buffer, isBinary) => {
        if (!isBinary || !bucket.take()) return ws.close(CloseCode.tooMuch, "too_much");
        const frame = new Uint8Array(data);
        if (!socketMessageOf(frame)) return ws.close(CloseCode.tooMuch, "unknown_message");
        client.handleMessage(frame);
      });
      ws.on("close", (code, reason) => client.handleClose({ code, reason: reason.toString() }));
      ws.on("error", () => ws.terminate());
    });
  }

  /** Stores what still waits and closes every story; when this resolves, nothing of the collaboration will ask the database again. */
  async function storeAndUnloadAll(): Promise<void> {
    while (hocuspocus.documents.size + hocuspocus.loadingDocuments.size > 0) {
      await Promise.allSettled([...hocuspocus.loadingDocuments.values()]);
      await Promise.all([...rooms.values()].map((room) => room.settled()));
      hocuspocus.flushPendingStores();
      await underWay.over();
      for (const document of hocuspocus.documents.values()) await hocuspocus.unloadDocument(document);
      // Its own unloading waits for the next turn of the loop.
      await new Promise(setImmediate);
    }
    await underWay.over();
    await news.quiet();
  }

  async function close(): Promise<void> {
    isClosed = true;
    await Promise.all([...sockets.clients].map(sendAway));
    await storeAndUnloadAll();
  }

  return {
    upgrade(request, socket, head) {
      // While somebody is looked up it may be reset, and Node looks after it no more.
      socket.on("error", () => socket.destroy());
      welcome(request, socket, head).catch((error) => {
        log().error({ err: error }, "a socket could not be opened");
        socket.destroy();
      });
    },
    presence,
    close,
    open() {
      isClosed = false;
    },
    async stop() {
      clearInterval(rechecking);
      clearInterval(catchingUp);
      clearInterval(beating);
      unsubscribe();
      forgetNews();
      await close();
      sockets.close();
    },
  };
}

/** Tells a browser to come back later, and waits until it is gone; one that does not answer is cut off. */
function sendAway(socket: WebSocket): Promise<void> {
  return new Promise((gone) => {
    const cut = setTimeout(() => socket.terminate(), goodbyeWithin);
    socket.once("close", () => {
      clearTimeout(cut);
      gone();
    });
    if (socket.readyState === socket.CLOSED) return gone();
    socket.close(CloseCode.restart, "restart");
  });
}

function asWebRequest(request: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === "string") headers.set(name, value);
  return new Request(new URL(request.url ?? "/collab", "http://collab.invalid"), { headers });
}
