import { toggleMark } from "@tiptap/pm/commands";
import type { NodeType } from "@tiptap/pm/model";
import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { canJoin, canSplit, findWrapping } from "@tiptap/pm/transform";
import { absolutePositionToRelativePosition, initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { watchOwnDeletions } from "@/components/desk/editor/following/own-deletions";
import { bringOwnLetters, caretIn, movesIn, placeOfCaret } from "@/components/desk/editor/following/moved-text";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const { heading, paragraph: plain, blockquote, sectionBreak } = schema.nodes as Record<"heading" | "paragraph" | "blockquote" | "sectionBreak", NodeType>;
const paragraph = (text: string) => schema.node("paragraph", null, text ? [schema.text(text)] : []);

/** Somebody with the story open: her document, and what she does in it as the editor's binding does it. */
class Writer {
  readonly doc = new Y.Doc();
  readonly body = this.doc.getXmlFragment("body");
  /** The text in which her caret stood when it last went with something, with a bar at it. */
  standing: string | null = null;
  caret: Y.RelativePosition | null = null;

  /** Her letters from this on nobody else knows for sure. */
  heard = 0;
  /** What she took out, of which nobody may have heard. */
  readonly own = watchOwnDeletions(this.doc, this.body);

  constructor(clientID: number) {
    this.doc.clientID = clientID;
    this.doc.on("afterTransaction", (transaction) => {
      if (transaction.local) return;
      const moves = movesIn(transaction, this.body, { isFresh: (clock) => clock >= this.heard, holdsText: (name) => schema.nodes[name]?.inlineContent === true, out: this.own.of });
      const caret = caretIn(moves, this.caret);
      bringOwnLetters(this.doc, moves, "own");
      const place = caret && placeOfCaret(this.doc, caret);
      const text = place?.text.toString();
      if (place && text !== undefined) this.standing = `${text.slice(0, place.index)}|${text.slice(place.index)}`;
    });
  }

  get meta() {
    return initProseMirrorDoc(this.body, schema);
  }

  do(change: (state: EditorState) => Transaction): void {
    const { doc, meta } = this.meta;
    const next = change(EditorState.create({ doc })).doc;
    this.doc.transact(() => updateYFragment(this.doc, this.body, next, meta), "own");
  }

  /** Types at a place counted in the text of the body. */
  type(text: string, at: number): void {
    this.do((state) => state.tr.insertText(text, at));
    this.stand(at + text.length);
  }

  stand(at: number): void {
    const { meta } = this.meta;
    this.caret = absolutePositionToRelativePosition(at, this.body, meta.mapping);
  }

  get says(): string {
    return this.meta.doc.children.map((block) => `${block.type.name}:${block.textContent}`).join(" ");
  }
}

function pair(...texts: string[]): { ana: Writer; ben: Writer; meet(): void } {
  const [ana, ben] = [new Writer(1), new Writer(2)];
  ana.doc.transact(() => updateYFragment(ana.doc, ana.body, schema.node("doc", null, texts.map(paragraph)), ana.meta.meta));
  const to = (from: Writer, other: Writer) => Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(other.doc)), "line");
  const meet = () => {
    // Each hears of the other, and of what the other brought after her text, until nothing is new.
    for (let round = 0; round < 3; round++) {
      to(ana, ben);
      to(ben, ana);
    }
    for (const one of [ana, ben]) {
      one.heard = Y.getState(one.doc.store, one.doc.clientID);
      one.own.settle();
      one.own.settle();
    }
  };
  to(ana, ben);
  return { ana, ben, meet };
}

const toHeading = (state: EditorState) => state.tr.setBlockType(1, state.doc.child(0).nodeSize - 1, heading, { level: 2 });
const same = ({ ana, ben }: { ana: Writer; ben: Writer }) => {
  expect(ben.says).toBe(ana.says);
  return ana.says;
};

describe("letters that somebody types while another", () => {
  it("turns their paragraph into a heading stand in the heading, at their place", () => {
    const both = pair("Beta two.", "Gamma");
    both.ben.type(" one", 10);
    both.ana.do(toHeading);
    both.meet();
    expect(same(both)).toBe("heading:Beta two. one paragraph:Gamma");
    expect(both.ben.standing).toBe("Beta two. one|");
  });

  it("knew some of them already are there once", () => {
    const both = pair("Beta two.", "Gamma");
    both.ben.type(" one", 10);
    both.meet();
    both.ben.type(" two", 14);
    both.ana.do(toHeading);
    both.ben.type(" three", 18);
    both.meet();
    expect(same(both)).toBe("heading:Beta two. one two three paragraph:Gamma");
    expect(both.ben.standing).toBe("Beta two. one two three|");
  });

  it("splits their paragraph before them go with the half in which they were typed", () => {
    const both = pair("Beta two.");
    both.ben.type(" one", 10);
    both.ana.do((state) => state.tr.split(3));
    both.meet();
    expect(same(both)).toBe("paragraph:Be paragraph:ta two. one");
    expect(both.ben.standing).toBe("ta two. one|");
  });

  it("splits it behind them stay", () => {
    const both = pair("Beta two.");
    both.ben.type("XX", 2);
    both.ana.do((state) => state.tr.split(6));
    both.meet();
    expect(same(both)).toBe("paragraph:BXXeta  paragraph:two.");
  });

  it("joins it to the one before stand there", () => {
    const both = pair("Alpha.", "Beta.");
    both.ben.type("!", 14);
    both.ana.do((state) => state.tr.join(8));
    both.meet();
    expect(same(both)).toBe("paragraph:Alpha.Beta.!");
    expect(both.ben.standing).toBe("Alpha.Beta.!|");
  });

  it("quotes it stand in the quotation", () => {
    const both = pair("Alpha.", "Beta.", "Gamma.");
    both.ben.type(" More", 14);
    both.ana.do((state) => {
      const range = state.doc.resolve(10).blockRange();
      if (!range) throw new Error("There is nothing to quote.");
      return state.tr.wrap(range, [{ type: blockquote }]);
    });
    both.meet();
    expect(same(both)).toBe("paragraph:Alpha. blockquote:Beta. More paragraph:Gamma.");
    expect(both.ben.standing).toBe("Beta. More|");
  });

  it("moves it up, or its neighbour past it, stand in it", () => {
    for (const [from, to] of [[1, 0], [0, 2]] as const) {
      const both = pair("Alpha.", "Beta.", "Gamma.");
      both.ben.type(" More", 14);
      both.ana.do((state) => {
        const starts = [0, 8, 15, 23];
        const block = state.doc.child(from);
        const tr = state.tr.delete(starts[from] ?? 0, (starts[from] ?? 0) + block.nodeSize);
        return tr.insert(tr.mapping.map(starts[to] ?? 0), block);
      });
      both.meet();
      expect(same(both).split(" paragraph:")).toContain(from === 1 ? "Alpha." : "Gamma.");
      expect(same(both)).toContain("Beta. More");
      expect(same(both).match(/More/g)).toHaveLength(1);
    }
  });

  it("makes it bold stay where they are", () => {
    const both = pair("Beta two.");
    both.ben.type(" one", 10);
    both.ana.do((state) => {
      let made: Transaction | null = null;
      const chosen = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 1, 10)));
      if (schema.marks.strong) toggleMark(schema.marks.strong)(chosen, (tr) => (made = tr));
      return made ?? state.tr;
    });
    both.meet();
    expect(same(both)).toBe("paragraph:Beta two. one");
  });

  it("turns it into a heading and goes on writing there, long unheard of, stand there", () => {
    const both = pair("Beta two is here.", "Gamma");
    both.ben.type(" More of it.", 18);
    both.ben.type("fine ", 10);
    both.ana.do(toHeading);
    both.ana.do((state) => state.tr.insertText("Now: ", 1));
    both.ana.do((state) => state.tr.insertText("!", 23));
    both.meet();
    expect(same(both)).toMatch(/^heading:Now: Beta two fine is here\.(! More of it\.| More of it\.!) paragraph:Gamma$/);
  });
});

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const changes: readonly ((state: EditorState, pick: (below: number) => number) => Transaction | null)[] = [
  (state, pick) => {
    const at = blockAt(state, pick);
    const kind = pick(2) ? heading : plain;
    return state.tr.setBlockType(at.from + 1, at.to - 1, kind, kind.name === "heading" ? { level: 2 + pick(2) } : null);
  },
  (state, pick) => {
    const { from, to } = blockAt(state, pick);
    return canSplit(state.doc, from + 1) ? state.tr.split(from + 1 + pick(to - from - 1)) : null;
  },
  (state, pick) => {
    const at = blockAt(state, pick).to;
    return at < state.doc.content.size && canJoin(state.doc, at) ? state.tr.join(at) : null;
  },
  (state, pick) => {
    const { from, to } = blockAt(state, pick);
    const range = state.doc.resolve(from + 1).blockRange(state.doc.resolve(to - 1));
    const wrapping = range && findWrapping(range, blockquote);
    return wrapping ? state.tr.wrap(range, wrapping) : null;
  },
  (state, pick) => {
    const { from, to } = blockAt(state, pick);
    const slice = state.doc.slice(from, to).content;
    const tr = state.tr.delete(from, to);
    const places: number[] = [];
    tr.doc.forEach((_, at) => void places.push(at));
    return tr.doc.childCount > 0 ? tr.insert(places[pick(places.length)] ?? 0, slice) : null;
  },
];

/** One block of text, with where it begins and ends. */
function blockAt(state: EditorState, pick: (below: number) => number): { from: number; to: number } {
  const blocks: { from: number; to: number }[] = [];
  state.doc.descendants((node, from) => {
    if (node.isTextblock) blocks.push({ from, to: from + node.nodeSize });
  });
  return blocks[pick(blocks.length)] ?? { from: 0, to: state.doc.content.size };
}

it("whatever one does with the blocks, not one letter of the other is lost or there twice, and both have the same text", () => {
  for (let seed = 1; seed <= 150; seed++) {
    const pick = numbers(seed);
    const both = pair("The boats left at six.", "Nobody waved from the quay that day.", "It rained, and the harbour smelled of tar.");
    const marks: string[] = [];
    for (let round = 0; round < 3; round++) {
      for (let letter = 0; letter <= pick(4); letter++) {
        const mark = String.fromCodePoint(0x2460 + marks.length);
        marks.push(mark);
        both.ben.do((state) => {
          const { from, to } = blockAt(state, pick);
          return state.tr.insertText(mark, from + 1 + pick(to - from - 1));
        });
      }
      for (let change = 0; change <= pick(2); change++) both.ana.do((state) => changes[pick(changes.length)]?.(state, pick) ?? state.tr);
      both.meet();
      const text = same(both);
      for (const mark of marks) expect([seed, mark, text.split(mark).length - 1, text]).toEqual([seed, mark, 1, text]);
    }
  }
}, 60_000);

it("whatever one does with the blocks, what the other took out stays out, everything else stays, and what he wrote is there once", () => {
  for (let seed = 1; seed <= 400; seed++) {
    const pick = numbers(seed);
    // No letter twice, so that each can be told.
    const letters = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x4e00 + at));
    const both = pair(letters.slice(0, 20).join(""), letters.slice(20, 40).join(""), letters.slice(40).join(""));
    const written: string[] = [];
    const out = new Set<string>();
    for (let round = 0; round < 3; round++) {
      for (let some = 0; some <= pick(3); some++) {
        both.ben.do((state) => {
          const { from, to } = blockAt(state, pick);
          const begin = from + 1 + pick(to - from - 1);
          const end = Math.min(to - 1, begin + 1 + pick(4));
          // A line that is empty to whoever takes it out goes with what was begun in it.
          if (to - from > 2 && pick(3) === 0) {
            written.push(String.fromCodePoint(0x2460 + written.length));
            return state.tr.insertText(written.at(-1) ?? "", begin);
          }
          // What was a whole line, somebody may have put back who joins it to another.
          if (end - begin === to - from - 2) return state.tr;
          for (const letter of state.doc.textBetween(begin, end)) out.add(letter);
          return state.tr.delete(begin, end);
        });
      }
      let parted = false;
      for (let change = 0; change <= pick(3); change++) {
        // A line parted twice within what was out, or parted and joined again, before anybody hears of it looks as though somebody had put that in anew.
        const which = pick(changes.length);
        if (!parted || (which !== 1 && which !== 2)) both.ana.do((state) => changes[which]?.(state, pick) ?? state.tr);
        parted ||= which === 1;
      }
      both.meet();
      const text = same(both);
      const is = (letter: string) => text.split(letter).length - 1;
      for (const letter of [...letters, ...written]) expect([seed, round, letter, is(letter), text]).toEqual([seed, round, letter, out.has(letter) ? 0 : 1, text]);
    }
  }
}, 60_000);

it("what somebody takes away for good takes with it what was typed there; nothing appears elsewhere", () => {
  const both = pair("Alpha.", "Beta.");
  both.ben.type("!", 14);
  both.ana.do((state) => state.tr.delete(8, 15));
  both.meet();
  expect(same(both)).toBe("paragraph:Alpha.");
});

it("nothing is written into a break that takes the place of the line in which somebody had begun", () => {
  const both = pair("Alpha.", "", "Gamma.");
  both.ben.type("T", 9);
  both.ana.do((state) => state.tr.replaceWith(8, 10, sectionBreak.create()));
  both.meet();
  expect(same(both)).toBe("paragraph:Alpha. sectionBreak: paragraph:Gamma.");
  for (const { body } of [both.ana, both.ben]) expect((body.get(1) as Y.XmlElement).length).toBe(0);
});

it("what somebody takes out on purpose stays out, whoever wrote it and however lately, though the line is parted there", () => {
  const both = pair("Alpha beta delta");
  both.ben.type("gamma ", 12);
  both.meet();
  both.ana.do((state) => state.tr.delete(12, 18).split(12));
  both.meet();
  expect(same(both)).toBe("paragraph:Alpha beta  paragraph:delta");
  const end = pair("Alpha.");
  end.ben.type(" Beta", 7);
  end.meet();
  end.ana.do((state) => state.tr.delete(7, 12).split(7));
  end.meet();
  expect(same(end)).toBe("paragraph:Alpha. paragraph:");
});

it("letters keep what they were marked as, and take nothing from those before them", () => {
  const both = pair("Alpha beta", "Gamma");
  both.ana.do((state) => state.tr.addMark(7, 11, schema.mark("link", { href: "https://ferry.example/" })));
  both.meet();
  both.ben.do((state) => state.tr.insert(11, schema.text(" plain")).insert(17, schema.text(" stressed", [schema.mark("em")])));
  both.ana.do(toHeading);
  both.meet();
  const [line] = both.ana.meta.doc.children;
  expect(line?.type.name).toBe("heading");
  expect(line?.children.map((node) => [node.text, node.marks.map(({ type }) => type.name)])).toEqual([["Alpha ", []], ["beta", ["link"]], [" plain", []], [" stressed", ["em"]]]);
});

it("a letter of two units stays whole", () => {
  const both = pair("Beta two.", "Gamma");
  both.ben.type("🙂🙃", 10);
  both.ana.do((state) => state.tr.split(6));
  both.meet();
  expect(same(both)).toBe("paragraph:Beta  paragraph:two.🙂🙃 paragraph:Gamma");
});

it("of three, each brings her own letters, once", () => {
  const both = pair("Beta two.", "Gamma");
  const cleo = new Writer(3);
  Y.applyUpdate(cleo.doc, Y.encodeStateAsUpdate(both.ana.doc), "line");
  both.ben.type(" one", 10);
  cleo.type("Oh, ", 1);
  both.ana.do(toHeading);
  const all = [both.ana, both.ben, cleo];
  for (let round = 0; round < 4; round++) for (const from of all) for (const to of all) if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), "line");
  expect(new Set(all.map(({ says }) => says))).toEqual(new Set(["heading:Oh, Beta two. one paragraph:Gamma"]));
});

describe("letters that somebody takes out while another", () => {
  it("turns their paragraph into a heading stay out", () => {
    const both = pair("Beta two is here.", "Gamma");
    both.ben.do((state) => state.tr.delete(6, 10));
    both.ana.do(toHeading);
    both.meet();
    expect(same(both)).toBe("heading:Beta is here. paragraph:Gamma");
  });

  it("turns it, and writes others there, both stand as each meant them", () => {
    const both = pair("Beta two is here.", "Gamma");
    both.ben.do((state) => state.tr.insertText("2", 6, 9));
    both.ben.type(" now", 15);
    both.ana.do(toHeading);
    both.meet();
    expect(same(both)).toBe("heading:Beta 2 is here now. paragraph:Gamma");
    expect(both.ben.standing).toBe("Beta 2 is here now|.");
  });

  it("splits, joins, quotes or moves it stay out", () => {
    const split = pair("Alpha beta gamma.");
    split.ben.do((state) => state.tr.delete(4, 10));
    split.ana.do((state) => state.tr.split(7));
    split.meet();
    expect(same(split)).toBe("paragraph:Alp paragraph:a gamma.");
    const joined = pair("Alpha.", "Beta.");
    joined.ben.do((state) => state.tr.delete(9, 11));
    joined.ana.do((state) => state.tr.join(8));
    joined.meet();
    expect(same(joined)).toBe("paragraph:Alpha.ta.");
    const quoted = pair("Alpha.", "Beta.");
    quoted.ben.do((state) => state.tr.delete(11, 14));
    quoted.ana.do((state) => state.tr.wrap(state.doc.resolve(10).blockRange() ?? expect.fail(), [{ type: blockquote }]));
    quoted.meet();
    expect(same(quoted)).toBe("paragraph:Alpha. blockquote:Be");
  });

  it("splits it among them, behind which nothing was left, stay out", () => {
    const both = pair("Alpha beta gamma.");
    both.ben.do((state) => state.tr.delete(6, 18));
    both.ana.do((state) => state.tr.split(11));
    both.meet();
    expect(same(both)).toBe("paragraph:Alpha paragraph:");
  });

  it("turns a line that they emptied leave it empty", () => {
    const both = pair("Alpha.", "Beta.");
    both.ana.do((state) => state.tr.setNodeAttribute(0, "id", "alphaalpha"));
    both.meet();
    both.ben.do((state) => state.tr.delete(1, 7));
    both.ana.do((state) => state.tr.setNodeMarkup(0, heading, { ...state.doc.child(0).attrs, level: 2 }));
    both.meet();
    expect(same(both)).toBe("heading: paragraph:Beta.");
  });

  it("turns it and rewords it there stay out", () => {
    const both = pair("Beta two is here.", "Gamma");
    both.ben.do((state) => state.tr.delete(6, 10));
    both.ana.do(toHeading);
    both.ana.do((state) => state.tr.insertText("Now: ", 1));
    both.meet();
    expect(same(both)).toBe("heading:Now: Beta is here. paragraph:Gamma");
  });

  it("turns it too, each with letters out, stand once, without them", () => {
    const both = pair("Beta two is here.", "Gamma");
    const cleo = new Writer(3);
    Y.applyUpdate(cleo.doc, Y.encodeStateAsUpdate(both.ana.doc), "line");
    both.ben.do((state) => state.tr.delete(6, 10));
    cleo.do((state) => state.tr.delete(1, 3));
    both.ana.do(toHeading);
    const all = [both.ana, both.ben, cleo];
    for (let round = 0; round < 4; round++) for (const from of all) for (const to of all) if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), "line");
    expect(new Set(all.map(({ says }) => says))).toEqual(new Set(["heading:ta is here. paragraph:Gamma"]));
  });

  it("had heard of already, and put in again, are left to her", () => {
    const both = pair("Beta two is here.", "Gamma");
    both.ben.do((state) => state.tr.delete(6, 10));
    both.meet();
    both.ana.do((state) => state.tr.insertText("two ", 6));
    both.ana.do(toHeading);
    both.meet();
    expect(same(both)).toBe("heading:Beta two is here. paragraph:Gamma");
  });

  it("takes apart what both turned at once, neither takes the other's away", () => {
    const both = pair("Beta two is here.", "Gamma");
    for (const one of [both.ana, both.ben]) one.do((state) => state.tr.setNodeAttribute(0, "id", "betabetabe"));
    both.meet();
    for (const one of [both.ana, both.ben]) one.do((state) => state.tr.setNodeMarkup(0, heading, { ...state.doc.child(0).attrs, level: 2 }));
    both.meet();
    expect(same(both)).toContain("heading:Beta two is here.");
  });
});
