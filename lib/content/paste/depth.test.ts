import { describe, expect, it } from "vitest";
import { type Clipboard, type Pasted, readClipboard } from "@/lib/content/paste/paste";
import { textNodesOf } from "@/lib/content/references";
import { parseOnServer } from "@/lib/imports/documents/server-tree";

function read(clipboard: Clipboard): Pasted {
  const result = readClipboard(clipboard, { parse: parseOnServer });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const textOf = (pasted: Pasted): string[] => pasted.body.map((block) => textNodesOf(block).map((node) => node.text).join(""));

describe("a page nested without end", () => {
  const nested = (depth: number) => readClipboard({ html: `<p>Before<br><p>${"<div>".repeat(depth)}deep${"</div>".repeat(depth)}<p>After</p>` }, { parse: parseOnServer });

  it("is refused in a sentence before it is parsed", () => {
    const result = readClipboard({ html: `<p>a</p>${"<div><b>".repeat(10_000)}` }, { parse: () => expect.unreachable("parsed") });
    expect(result.ok ? "taken" : result.failure.message).toMatch(/^This is a page whose parts stand within one another .+\. Please paste it as bare text\.$/);
  });

  it("is read where it goes as deep as pages do, and where only ends are missing", () => {
    const result = nested(900);
    expect(result.ok && textOf(result.value)).toEqual(["Before", "deep", "After"]);
    expect(textOf(read({ html: "<p>One line".repeat(400) }))).toHaveLength(400);
  });
});
