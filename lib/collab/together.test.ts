import { Editor } from "@tiptap/core";
import type { Node, NodeType } from "@tiptap/pm/model";
import { liftListItem, sinkListItem } from "@tiptap/pm/schema-list";
import { type Command, EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow } from "@tiptap/pm/tables";
import { canJoin, canSplit } from "@tiptap/pm/transform";
import { ySyncPlugin } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { galleryGoesPlugin } from "@/components/desk/editor/blocks/gallery-goes";
import { followText } from "@/components/desk/editor/following/follow-text";
import { bindingOf, keepCaret } from "@/components/desk/editor/following/own-caret";
import { tryUpdate } from "@/lib/collab/try-update";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import { bodySize } from "@/lib/content/body-size";
import { type Block, parseBody } from "@/lib/content/body";
import { emptyStory } from "@/lib/content/document";
import { bodyLimits } from "@/lib/content/limits";
import { sinkIntoOtherKind } from "@/lib/content/list-depth";
import { storyExtensions } from "@/lib/content/schema";
import { storableBlocks } from "@/lib/content/storable-blocks";
import { unsettledParts } from "@/lib/content/unsettled-parts";
import { readAsWritten, seedWorkingCopy } from "@/lib/content/working-copy";

const { extensionManager, schema } = new Editor({ element: null, extensions: [...storyExtensions, unsettledParts, bodySize, storableBlocks], content: { type: "doc", content: [{ type: "paragraph" }] } });

/** As much of a browser as the shared document sees: the editor's own rules over the binding. */
class Browser {
  readonly doc = new Y.Doc();
  readonly outbox: Uint8Array[] = [];
  state: EditorState;
  private readonly updateBinding: () => void;

  constructor(state: Uint8Array) {
    Y.applyUpdate(this.doc, state);
    const binding = ySyncPlugin(this.doc.getXmlFragment("body"));
    this.state = EditorState.create({ schema, plugins: [...extensionManager.plugins, binding, galleryGoesPlugin()] });
    const view = { hasFocus: () => false, dispatch: (change: Transaction) => this.dispatch(change) } as object;
    Object.defineProperty(view, "state", { get: () => this.state });
    this.updateBinding = () => undefined;
    const { update } = binding.spec.view?.(view as never) ?? {};
    const bound = bindingOf(this.state);
    if (bound) keepCaret(bound);
    const browser = this;
    followText({ get state() { return browser.state; }, view: view as never, isDestroyed: false }, { doc: this.doc, unsaved: false });
    this.updateBinding = () => update?.(view as never, this.state);
    this.doc.on("update", (bytes: Uint8Array, origin: unknown) => {
      if (origin !== "server") this.outbox.push(bytes);
    });
  }

  dispatch(change: Transaction): void {
    this.state = this.state.apply(change);
    this.updateBinding();
  }

  receive(bytes: Uint8Array): void {
    Y.applyUpdate(this.doc, bytes, "server");
  }
}

/** The server's line: what each browser sends is tried in turn, and everybody gets what was taken. */
class Server {
  readonly scratch = new Y.Doc();
  readonly answers: unknown[] = [];

  constructor(...content: Block[]) {
    seedWorkingCopy(this.scratch, { ...emptyStory(), body: { type: "doc", content } });
  }

  open(): Browser {
    return new Browser(Y.encodeStateAsUpdate(this.scratch));
  }

  /** Sends and takes until nobody has anything to say; throws where that does not end. */
  settle(browsers: readonly Browser[]): void {
    for (let round = 0; browsers.some(({ outbox }) => outbox.length > 0); round++) {
      if (round > 10) throw new Error("They go on answering each other.");
      for (const sender of browsers) {
        for (const bytes of sender.outbox.splice(0)) {
          const tried = tryUpdate(this.scratch, bytes);
          this.answers.push(typeof tried === "string" ? tried : tried.settled ? "settled" : "taken");
          if (typeof tried === "string") continue;
          for (const browser of browsers) {
            if (browser !== sender) browser.receive(bytes);
            if (tried.settled) browser.receive(tried.settled);
          }
        }
      }
    }
  }
}

const words = (node: { textContent: string }) => node.textContent.match(/\bw\d+\b/g) ?? [];
const read = (doc: Y.Doc) => readAsWritten(doc)?.body ?? null;
const bodyOf = (browser: Browser) => parseBody(JSON.parse(JSON.stringify(browser.state.doc.toJSON())));

/** Says what must be true after any two have written at once. */
function expectSound(server: Server, browsers: readonly Browser[]): void {
  expect(server.answers).not.toContain("refused");
  expect(server.answers).not.toContain("incomplete");
  const stands = read(server.scratch);
  expect(stands).not.toBeNull();
  for (const browser of browsers) {
    expect(read(browser.doc)).toEqual(stands);
    expect(bodyOf(browser)).not.toBeNull();
    browser.state.doc.check();
    expect(browser.state.doc.textContent).toBe(browser.state.schema.nodeFromJSON(stands).textContent);
  }
}

let count = 0;
const paragraph = () => ({ type: "paragraph" as const, content: [{ type: "text" as const, text: `w${count++} stands` }] });
const item = (...inner: Block[]) => ({ type: "listItem" as const, content: [paragraph(), ...inner] }) as never;
const listOf = (type: "bulletList" | "orderedList", ...items: never[]) => ({ type, content: items }) as Block;
const picture = () => ({ ...blocks.figure.example, content: [{ type: "text" as const, text: `w${count++}` }] });
const cellOf = (type: "tableHeader" | "tableCell") => ({ type, content: [paragraph()] });

/** Every block that holds others, with two of them. */
const holders = {
  blockquote: (): Block => ({ type: "blockquote", content: [paragraph(), paragraph()] }),
  stash: (): Block => ({ type: "stash", content: [paragraph(), paragraph()] }),
  factBox: (): Block => ({ type: "factBox", content: [{ type: "boxTitle", content: [{ type: "text", text: `w${count++}` }] }, paragraph(), paragraph()] }) as Block,
  bulletList: (): Block => listOf("bulletList", item(), item()),
  orderedList: (): Block => listOf("orderedList", item(), item()),
  nestedList: (): Block => listOf("bulletList", item(listOf("orderedList", item(), item())), item()),
  gallery: (): Block => ({ type: "gallery", attrs: { title: `w${count++}` }, content: [picture(), picture()] }) as Block,
  table: (): Block => ({ type: "table", content: [{ type: "tableRow", content: [cellOf("tableHeader"), cellOf("tableHeader")] }, { type: "tableRow", content: [cellOf("tableCell"), cellOf("tableCell")] }] }) as Block,
};

/** The places of what stands two or more deep, or of all where `deep` is 0. */
function partsIn(doc: Node, deep: number): { node: Node; at: number }[] {
  const found: { node: Node; at: number }[] = [];
  doc.descendants((node, at) => {
    if (!node.isText && doc.resolve(at).depth >= deep) found.push({ node, at });
  });
  return found;
}

function takeOut(browser: Browser, at: number): void {
  const { state } = browser;
  const node = state.doc.nodeAt(at);
  if (!node) return;
  const change = state.tr.delete(at, at + node.nodeSize);
  try {
    change.doc.check();
  } catch {
    return;
  }
  browser.dispatch(change);
}

describe("two who each take out one of the last two parts", () => {
  it.each(Object.keys(holders) as (keyof typeof holders)[])("of a %s at once go on writing, and no other word is lost", (kind) => {
    const server = new Server(paragraph(), holders[kind](), paragraph());
    const browsers = [server.open(), server.open()];
    const holder = (browser: Browser) => browser.state.doc.child(1);
    const kept = new Set(words(browsers[0]?.state.doc as Node));
    for (const [index, browser] of browsers.entries()) {
      const parts = partsIn(browser.state.doc, 1).filter(({ at }) => browser.state.doc.resolve(at).depth === 1 && browser.state.doc.nodeAt(at)?.type.name !== "boxTitle");
      const { node, at } = parts[index] as { node: Node; at: number };
      for (const word of words(node)) kept.delete(word);
      expect(holder(browser).childCount).toBeGreaterThan(1);
      takeOut(browser, at);
    }
    server.settle(browsers);
    expectSound(server, browsers);
    const told = JSON.stringify(read(server.scratch));
    for (const word of kept) expect(told).toContain(word);
    for (const browser of browsers) {
      browser.dispatch(browser.state.tr.insertText("on", 1));
      server.settle(browsers);
    }
    expectSound(server, browsers);
    expect(browsers[0]?.state.doc.firstChild?.textContent).toMatch(/^onon/);
  });

  it("of a gallery where the browser had no time to take it out: the picture without a file that stands in its place is none", () => {
    const server = new Server(holders.gallery(), paragraph());
    const browser = server.open();
    const file = server.scratch.getXmlFragment("body").get(0) as Y.XmlElement;
    expect(file.length).toBe(2);
    (browser.doc.getXmlFragment("body").get(0) as Y.XmlElement).delete(0, 2);
    (browser.doc.getXmlFragment("body").get(0) as Y.XmlElement).insert(0, [new Y.XmlElement("figure")]);
    server.settle([browser]);
    expectSound(server, [browser]);
    expect(read(server.scratch)?.content.map(({ type }) => type)).toEqual(["paragraph", "paragraph"]);
  });

  it("of the columns of a table, and two who take out its cells' rows, too", () => {
    const server = new Server(paragraph(), holders.table(), paragraph());
    const browsers = [server.open(), server.open()];
    for (const [index, browser] of browsers.entries()) {
      const at = partsIn(browser.state.doc, 2).filter(({ node }) => node.type.name === "tableHeader")[index]?.at ?? 0;
      browser.dispatch(browser.state.tr.setSelection(TextSelection.near(browser.state.doc.resolve(at + 1))));
      deleteColumn(browser.state, (change) => browser.dispatch(change));
    }
    server.settle(browsers);
    expectSound(server, browsers);
  });

  it("of a story at once, too", () => {
    const server = new Server(paragraph(), paragraph());
    const browsers = [server.open(), server.open()];
    takeOut(browsers[0] as Browser, 0);
    takeOut(browsers[1] as Browser, browsers[1]?.state.doc.firstChild?.nodeSize ?? 0);
    server.settle(browsers);
    expectSound(server, browsers);
  });
});

it("keeps every row of a table as long as the others where one adds a row and another a column", () => {
  const server = new Server(holders.table(), paragraph());
  const browsers = [server.open(), server.open()];
  for (const [index, browser] of browsers.entries()) {
    browser.dispatch(browser.state.tr.setSelection(TextSelection.near(browser.state.doc.resolve(5))));
    (index === 0 ? addRowAfter : addColumnAfter)(browser.state, (change) => browser.dispatch(change));
  }
  server.settle(browsers);
  expectSound(server, browsers);
  expect(browsers.map(({ state }) => state.doc.firstChild?.children.map((row) => row.childCount))).toEqual([[3, 3, 3], [3, 3, 3]]);
});

it("keeps the items of both where two each move one under the same item", () => {
  const server = new Server(listOf("bulletList", item(), item(), item()), paragraph());
  const browsers = [server.open(), server.open()];
  const all = words(browsers[0]?.state.doc as Node);
  const sink = (browser: Browser, index: number) => {
    const at = partsIn(browser.state.doc, 1).filter(({ node }) => node.type.name === "listItem")[index]?.at ?? 0;
    browser.dispatch(browser.state.tr.setSelection(TextSelection.near(browser.state.doc.resolve(at + 1))));
    sinkListItem(browser.state.schema.nodes.listItem as NodeType)(browser.state, (change) => browser.dispatch(change));
  };
  sink(browsers[0] as Browser, 1);
  sink(browsers[1] as Browser, 1);
  sink(browsers[1] as Browser, 2);
  server.settle(browsers);
  expectSound(server, browsers);
  expect(words(browsers[0]?.state.doc as Node)).toEqual(expect.arrayContaining(all));
});

it("gives what two move at once, and what stands twice from then on, a name of its own in each place", () => {
  const named = (id: string) => ({ ...paragraph(), attrs: { id } });
  const quotation = { type: "blockquote", attrs: { id: "qqqqqqqqqq" }, content: [named("cccccccccc"), named("dddddddddd")] } as Block;
  const server = new Server(named("aaaaaaaaaa"), named("bbbbbbbbbb"), quotation, named("eeeeeeeeee"));
  const browsers = [server.open(), server.open()] as [Browser, Browser];
  const all = words(browsers[0].state.doc);
  for (const [index, browser] of browsers.entries()) {
    const { state } = browser;
    const [at, block] = [state.doc.child(0).nodeSize + state.doc.child(1).nodeSize, state.doc.child(2)];
    const change = state.tr.delete(at, at + block.nodeSize);
    browser.dispatch(change.insert(index === 0 ? 0 : change.doc.content.size, block));
  }
  server.settle(browsers);
  expectSound(server, browsers);
  const names: unknown[] = [];
  browsers[0].state.doc.descendants((node) => void (node.isText || names.push(node.attrs.id)));
  expect(names).toHaveLength(9);
  expect(new Set(names).size).toBe(9);
  for (const name of names) expect(name).toMatch(/^[a-z0-9]{10}$/);
  for (const word of all) expect(browsers[0].state.doc.textContent).toContain(word);
  // Only names were written: whoever writes in one of them meanwhile goes on there.
  expect(server.answers).toEqual(["taken", "settled"]);
});

it("joins what two add behind the last block but one that a story holds, with the words of both", () => {
  const server = new Server(...Array.from({ length: bodyLimits.blocks - 1 }, paragraph));
  const browsers = [server.open(), server.open()];
  for (const [index, browser] of browsers.entries()) {
    const { state } = browser;
    browser.dispatch(state.tr.insert(state.doc.content.size, state.schema.node("paragraph", null, [state.schema.text(`from${index}`)])));
  }
  server.settle(browsers);
  expectSound(server, browsers);
  const [ana, ben] = browsers as [Browser, Browser];
  expect(ana.state.doc.childCount).toBe(bodyLimits.blocks);
  for (const word of ["from0", "from1"]) expect(ana.state.doc.textContent).toContain(word);
  // Neither is stuck: both write on.
  ana.dispatch(ana.state.tr.insertText("on", 1));
  server.settle(browsers);
  ben.dispatch(ben.state.tr.insertText("on", 1));
  server.settle(browsers);
  expectSound(server, browsers);
  expect(ana.state.doc.firstChild?.textContent).toMatch(/^onon/);
});

it("takes the blank line of one of two who both begin the last block of a full story", () => {
  const server = new Server(...Array.from({ length: bodyLimits.blocks - 1 }, paragraph));
  const browsers = [server.open(), server.open()];
  for (const { state, dispatch } of browsers.map((browser) => ({ state: browser.state, dispatch: browser.dispatch.bind(browser) }))) dispatch(state.tr.insert(state.doc.content.size, state.schema.node("paragraph")));
  server.settle(browsers);
  expectSound(server, browsers);
  expect(browsers[0]?.state.doc.childCount).toBe(bodyLimits.blocks);
});

describe("a caret in a block in which a colleague is, too,", () => {
  const lines = (...texts: string[]) => texts.map((text, index): Block => ({ type: "paragraph", attrs: { id: `line00000${index}` }, content: [{ type: "text", text }] }));
  const textOf = (browser: Browser) => browser.state.doc.children.map((block) => block.textContent);
  /** Two who have the story open, each with the caret behind these words. */
  function both(texts: string[], ana: string, ben: string) {
    const server = new Server(...lines(...texts));
    const browsers = [server.open(), server.open()] as [Browser, Browser];
    for (const [index, words] of [ana, ben].entries()) {
      const { state } = browsers[index] as Browser;
      state.doc.descendants((node, at) => {
        if (node.text?.includes(words)) browsers[index]?.dispatch(state.tr.setSelection(TextSelection.create(state.doc, at + node.text.indexOf(words) + words.length)));
      });
    }
    const type = (browser: Browser, letter: string) => {
      browser.dispatch(browser.state.tr.insertText(letter));
      server.settle(browsers);
    };
    return { server, browsers, type };
  }

  it("goes on where it is while both write", () => {
    const { browsers, type } = both(["Alpha.", "Beta two.", "Gamma."], "Beta", "two.");
    const [ana, ben] = browsers;
    for (let at = 0; at < 8; at++) {
      type(ana, " left and"[at] as string);
      type(ben, " and more"[at] as string);
    }
    for (const browser of browsers) expect(textOf(browser)).toEqual(["Alpha.", "Beta left an two. and mor", "Gamma."]);
    ana.dispatch(ana.state.tr.delete(10, 12));
    browsers[0].dispatch(ana.state.tr.setSelection(TextSelection.create(ana.state.doc, 1)));
    type(ana, "!");
    type(ben, "e");
    expect(textOf(ben)[1]).toMatch(/ and more$/);
  });

  it("stays in it when the colleague makes something else of it, puts it elsewhere or parts it", () => {
    const turned = both(["Alpha.", "Beta two.", "Gamma."], "Beta", "two.");
    const [ana, ben] = turned.browsers;
    const { nodes } = ana.state.schema;
    ana.dispatch(ana.state.tr.setBlockType(9, 9, nodes.heading as NodeType, { ...ana.state.selection.$from.parent.attrs, style: undefined, level: 2 }));
    turned.server.settle(turned.browsers);
    for (const letter of " on") turned.type(ben, letter);
    expect(textOf(ana)).toEqual(["Alpha.", "Beta two. on", "Gamma."]);

    const parted = both(["Alpha.", "Beta two.", "Gamma."], "Beta", "two.");
    const [cleo, dan] = parted.browsers;
    cleo.dispatch(cleo.state.tr.split(cleo.state.selection.from));
    parted.server.settle(parted.browsers);
    for (const letter of " on") parted.type(dan, letter);
    expect(textOf(cleo)).toEqual(["Alpha.", "Beta", " two. on", "Gamma."]);
  });
});

type Act = { what: number; where: number; other: number };

/** What people do to the shape of a text, each only where it can be done. `only` those that take nothing along to another place. */
function act(browser: Browser, { what, where, other }: Act, moves: boolean): void {
  const { state } = browser;
  const parts = partsIn(state.doc, 0);
  const { node, at } = parts[where % parts.length] as { node: Node; at: number };
  const $at = state.doc.resolve(at);
  const run = (command: Command) => {
    browser.dispatch(state.tr.setSelection(TextSelection.near(node.isLeaf ? $at : state.doc.resolve(at + 1))));
    command(browser.state, (change) => browser.dispatch(change));
  };
  const { nodes } = state.schema;
  const put = (made: Node | null | undefined) => {
    if (made && $at.parent.canReplaceWith($at.index(), $at.index(), made.type)) browser.dispatch(state.tr.insert(at, made));
  };
  const still: (() => void)[] = [
    () => takeOut(browser, at),
    () => takeOut(browser, at),
    () => put(nodes.paragraph?.create(null, state.schema.text(`n${other}`))),
    () => put(nodes.listItem?.createAndFill()),
    () => put(state.schema.nodeFromJSON(picture())),
    () => run(addRowAfter),
    () => run(addRowBefore),
    () => run(addColumnAfter),
    () => run(addColumnBefore),
    () => run(deleteRow),
    () => run(deleteColumn),
    () => node.isTextblock && browser.dispatch(state.tr.insertText(`t${other}`, at + 1)),
    () => put(state.schema.nodeFromJSON(Object.values(holders)[other % Object.keys(holders).length]?.() ?? {})),
  ];
  const moving: (() => void)[] = [
    () => run((at, dispatch) => sinkIntoOtherKind(at, dispatch) || sinkListItem(nodes.listItem as NodeType)(at, dispatch)),
    () => run(liftListItem(nodes.listItem as NodeType)),
    () => node.isTextblock && node.content.size > 0 && canSplit(state.doc, at + 1 + (other % node.content.size)) && browser.dispatch(state.tr.split(at + 1 + (other % node.content.size))),
    () => $at.nodeBefore?.type === node.type && canJoin(state.doc, at) && browser.dispatch(state.tr.join(at)),
    () => node.isTextblock && $at.depth === 0 && browser.dispatch(state.tr.setBlockType(at + 1, at + 1, other % 2 ? (nodes.heading as NodeType) : (nodes.paragraph as NodeType), other % 2 ? { level: 2 } : null)),
    () => {
      const end = parts[other % parts.length];
      const chosen = end && TextSelection.between($at, state.doc.resolve(end.at));
      if (!chosen || chosen.empty) return;
      const change = state.tr.setSelection(chosen);
      try {
        change.deleteSelection();
      } catch {
        // Over the borders of boxes the editor deletes otherwise.
        return;
      }
      browser.dispatch(change);
    },
  ];
  const all = moves ? [...still, ...moving] : still;
  all[what % all.length]?.();
}

const acts = fc.array(fc.record({ what: fc.nat(1000), where: fc.nat(1000), other: fc.nat(1000) }), { minLength: 1, maxLength: 4 });
const story = fc.array(fc.constantFrom(...(Object.keys(holders) as (keyof typeof holders)[])), { minLength: 1, maxLength: 3 });

describe("whatever two do to a text at once", () => {
  it("the server takes it and makes it sound, and nobody's line is closed", () => {
    fc.assert(
      fc.property(story, acts, acts, acts, acts, (kinds, ...both) => {
        const server = new Server(paragraph(), ...kinds.map((kind) => holders[kind]()), paragraph());
        const browsers = [server.open(), server.open()];
        for (const turn of [both.slice(0, 2), both.slice(2)]) {
          for (const [index, browser] of browsers.entries()) for (const one of turn[index] ?? []) act(browser, one, true);
          server.settle(browsers);
          expectSound(server, browsers);
        }
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  it("no word is lost that neither took out, where nothing is moved", () => {
    fc.assert(
      fc.property(story, acts, acts, (kinds, ...both) => {
        const server = new Server(paragraph(), ...kinds.map((kind) => holders[kind]()), paragraph());
        const browsers = [server.open(), server.open()];
        const before = words(browsers[0]?.state.doc as Node);
        for (const [index, browser] of browsers.entries()) for (const one of both[index] ?? []) act(browser, one, false);
        const kept = before.filter((word) => browsers.every((browser) => browser.state.doc.textContent.includes(word)));
        server.settle(browsers);
        expectSound(server, browsers);
        const told = browsers[0]?.state.doc.textContent ?? "";
        for (const word of kept) expect(told).toContain(word);
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});
