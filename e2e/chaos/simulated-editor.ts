import { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import WebSocket from "ws";
import * as Y from "yjs";
import type { Chance } from "@/e2e/chaos/chance";
import { Journal } from "@/e2e/chaos/journal";
import { CloseCode } from "@/lib/articles/close-codes";
import { lineRhythm, StoryProvider } from "@/lib/articles/story-provider";
import { schemaVersion } from "@/lib/content/schema";
import { socketMessageOf } from "@/lib/collab/socket-messages";

/** A word that an editor writes: whose it is, and which. */
export const wordPattern = /\bw\d+x\d+\b/g;

/** What is measured of all editors together, in milliseconds. */
export type Figures = { acknowledged: number[]; seen: number[]; written: Map<string, number> };
export const noFigures = (): Figures => ({ acknowledged: [], seen: [], written: new Map() });

export type EditorOptions = {
  number: number;
  /** Where the network takes her in, and the paper's own address. */
  port: number;
  origin: string;
  cookie: string;
  articleId: string;
  epoch?: number;
  schema?: number;
  journal: string;
  chance: Chance;
  figures: Figures;
  /** Most words of her own that stand at once: beyond it she strikes the oldest. */
  mostWords?: number;
};

/**
 * A person at work in a story: the browser's own line over a real socket, with a cookie, and a hand that writes words nobody else
 * writes. Keeps a journal of what was written and of what the newsroom has called saved.
 */
export class SimulatedEditor {
  readonly doc = new Y.Doc();
  readonly journal: Journal;
  /** Codes with which the newsroom closed her socket, and reasons for which it did not let her in. */
  readonly closes: number[] = [];
  readonly refusals: string[] = [];
  /** Replies of the newsroom come late and out of order while this is set, at most so many milliseconds. */
  disorder = 0;
  private readonly socket: HocuspocusProviderWebsocket;
  private readonly provider: StoryProvider;
  private readonly standing: string[] = [];
  private readonly unacknowledged: number[] = [];
  private acts = 0;
  private words = 0;
  private hand: ReturnType<typeof setTimeout> | undefined;
  private cookie: string;

  constructor(readonly options: EditorOptions) {
    const { number, port, origin, articleId, epoch = 1, schema = schemaVersion, chance } = options;
    this.journal = new Journal(options.journal);
    this.cookie = options.cookie;
    const editor = this;
    class Socket extends WebSocket {
      private late = 0;

      constructor(url: string) {
        super(url, { headers: { Cookie: editor.cookie, Origin: origin, Host: new URL(origin).host } });
        // The provider hears of errors by itself; a socket that is closed before it is open tells one more.
        this.on("error", () => undefined);
      }

      override emit(event: string | symbol, ...given: unknown[]): boolean {
        const [frame] = given;
        if (event !== "message" || editor.disorder === 0 || !editor.provider.isSynced || !isReply(frame) || this.late > 50) return super.emit(event, ...given);
        this.late += 1;
        setTimeout(() => {
          this.late -= 1;
          super.emit(event, ...given);
        }, chance.between(0, editor.disorder));
        return true;
      }
    }
    this.socket = new HocuspocusProviderWebsocket({ url: `ws://127.0.0.1:${port}/collab`, WebSocketPolyfill: Socket, ...lineRhythm });
    this.provider = new StoryProvider({
      websocketProvider: this.socket,
      name: `article:${articleId}`,
      document: this.doc,
      token: JSON.stringify({ schema, epoch }),
      onUnsyncedChanges: ({ number: unsent }) => this.hearOf(unsent),
      onAuthenticationFailed: ({ reason }) => {
        this.refusals.push(reason);
        this.socket.disconnect();
      },
    });
    this.provider.setAwarenessField("field", `body ${number}`);
    this.socket.on("disconnect", ({ event }: { event?: { code?: number } }) => {
      if (event?.code) this.closes.push(event.code);
      // As the editor does: it waits for a new session instead of knocking on.
      if (event?.code === CloseCode.signedOut) this.socket.disconnect();
    });
    this.doc.on("update", (bytes: Uint8Array, from: unknown) => from === this.provider && this.see(bytes));
    this.provider.attach();
  }

  /** Whether she stands in the story and everything she wrote is saved. */
  get isSaved(): boolean {
    return this.provider.isSynced && this.provider.unsyncedChanges === 0;
  }

  get isIn(): boolean {
    return this.provider.isSynced;
  }

  get written(): number {
    return this.words;
  }

  /** Writes on and on, with such a pause after each word, until `rest`. */
  write(least: number, most: number): void {
    const again = () => {
      this.hand = setTimeout(() => {
        // A story that has not come yet shows no text to write in.
        if (this.doc.getXmlFragment("body").length > 0) this.act();
        again();
      }, this.options.chance.between(least, most));
    };
    if (!this.hand) again();
  }

  rest(): void {
    clearTimeout(this.hand);
    this.hand = undefined;
  }

  /** Signs in anew, and comes back. */
  signIn(cookie: string): void {
    this.cookie = cookie;
    void this.socket.connect();
  }

  leave(): void {
    this.rest();
    this.provider.destroy();
    this.socket.destroy();
    this.journal.close();
  }

  /** One thing that a hand does. */
  act(): void {
    const { chance, mostWords = 150 } = this.options;
    const what = chance.next();
    if (this.standing.length >= mostWords || (what < 0.1 && this.standing.length > 5)) this.strike(this.standing[what < 0.05 ? chance.between(0, this.standing.length) : 0] ?? "");
    else if (what < 0.13 && this.doc.getXmlFragment("body").length < 40) this.writeWord(() => this.beginParagraph());
    else {
      if (what < 0.16) this.embolden();
      this.writeWord(() => chance.one(this.texts()));
    }
  }

  private texts(): Y.XmlText[] {
    const found: Y.XmlText[] = [];
    for (const block of this.doc.getXmlFragment("body").toArray()) {
      if (!(block instanceof Y.XmlElement) || block.nodeName !== "paragraph") continue;
      const [text] = block.toArray();
      if (text instanceof Y.XmlText) found.push(text);
    }
    return found.length > 0 ? found : [this.beginParagraph()];
  }

  private beginParagraph(): Y.XmlText {
    const body = this.doc.getXmlFragment("body");
    const [paragraph, text] = [new Y.XmlElement("paragraph"), new Y.XmlText()];
    paragraph.insert(0, [text]);
    body.insert(this.options.chance.between(0, body.length + 1), [paragraph]);
    return text;
  }

  /** A word goes where one begins: nobody's word is ever taken apart. */
  private writeWord(where: () => Y.XmlText): void {
    const word = `w${this.options.number}x${this.words++}`;
    this.note({ act: "write", word });
    this.options.figures.written.set(word, performance.now());
    this.doc.transact(() => {
      const text = where();
      const line = plain(text);
      const starts = [0, ...[...line.matchAll(/ /g)].map(({ index }) => index + 1)];
      text.insert(this.options.chance.one(starts), `${word} `);
    });
    this.standing.push(word);
  }

  private strike(word: string): void {
    this.standing.splice(this.standing.indexOf(word), 1);
    for (const text of this.texts()) {
      const at = new RegExp(`\\b${word} `).exec(plain(text))?.index;
      if (at === undefined) continue;
      this.note({ act: "strike", word });
      text.delete(at, word.length + 1);
      return;
    }
  }

  private embolden(): void {
    const text = this.options.chance.one(this.texts());
    const [word] = plain(text).match(wordPattern) ?? [];
    if (word) text.format(plain(text).indexOf(word), word.length, { strong: {} });
  }

  private note(line: { act: "write" | "strike"; word: string }): void {
    this.journal.note(line);
    this.acts += 1;
    this.unacknowledged.push(performance.now());
  }

  /** How much is unsent now. None means to an editor that everything is saved, and only that is noted; fewer than she did means that the first of it was acknowledged. */
  private hearOf(unsent: number): void {
    const now = performance.now();
    if (unsent === 0 && this.unacknowledged.length > 0) this.journal.note({ acknowledged: this.acts });
    for (const at of this.unacknowledged.splice(0, Math.max(0, this.unacknowledged.length - unsent))) this.options.figures.acknowledged.push(now - at);
  }

  /** Others' words appear before her. */
  private see(bytes: Uint8Array): void {
    const now = performance.now();
    for (const struct of Y.decodeUpdate(bytes).structs) {
      if (!("content" in struct) || !(struct.content instanceof Y.ContentString)) continue;
      for (const word of struct.content.str.match(wordPattern) ?? []) {
        const at = this.options.figures.written.get(word);
        if (at !== undefined) this.options.figures.seen.push(now - at);
      }
    }
  }
}

/** The letters of a text without its marks. */
const plain = (text: Y.XmlText): string => (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === "string" ? insert : "\ufffc")).join("");

/** A frame that brings others' changes or says what is saved, rather than one of the opening of the line. */
function isReply(frame: unknown): boolean {
  if (!(frame instanceof ArrayBuffer) && !Buffer.isBuffer(frame)) return false;
  const bytes = new Uint8Array(frame);
  const kind = socketMessageOf(bytes);
  return kind === null || kind === "sync";
}

/** Every word that stands in a document, once for each time it stands there. */
export function wordsOf(doc: Y.Doc): string[] {
  const found: string[] = [];
  const read = (node: Y.XmlFragment | Y.XmlElement) => {
    for (const child of node.toArray()) {
      if (child instanceof Y.XmlText) found.push(...(plain(child).match(wordPattern) ?? []));
      else if (child instanceof Y.XmlElement) read(child);
    }
  };
  read(doc.getXmlFragment("body"));
  return found;
}

/** A document's state in the one form that all documents of the same history have. */
export function stateOf(doc: Y.Doc): Buffer {
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  const state = Buffer.from(Y.encodeStateAsUpdate(fresh));
  fresh.destroy();
  return state;
}
