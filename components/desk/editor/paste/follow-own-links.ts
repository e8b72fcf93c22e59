import type { Editor } from "@tiptap/core";
import { storiesAtAddresses } from "@/components/desk/editor/links/find-stories";
import { storySlugIn } from "@/lib/articles/own-address";

/** Addresses in one question, and their letters together: it goes out as one address itself. */
const most = { addresses: 20, letters: 4000 };

/**
 * Leads links to addresses of our own by the story that stands there, so that they go along when it moves. What is not known stays a
 * plain link. No step of anybody's undo: it is part of the paste.
 */
export async function followOwnLinks(editor: Editor, ownOrigins: readonly string[]): Promise<void> {
  const wanted = ownAddressesIn(editor, ownOrigins);
  if (wanted.length === 0) return;
  const answers = await Promise.all(inPortions(wanted).map(storiesAtAddresses));
  const found = new Map(answers.flatMap((answer) => [...answer]));
  if (editor.isDestroyed || !editor.isEditable || found.size === 0) return;
  const transaction = editor.state.tr.setMeta("addToHistory", false);
  editor.state.doc.descendants((node, at) => {
    for (const mark of node.marks) {
      const story = mark.type.name === "link" && !mark.attrs.story ? found.get(mark.attrs.href) : undefined;
      if (story) transaction.addMark(at, at + node.nodeSize, mark.type.create({ ...mark.attrs, href: story.path, story: story.story }));
    }
  });
  if (transaction.docChanged) editor.view.dispatch(transaction);
}

function ownAddressesIn(editor: Editor, ownOrigins: readonly string[]): string[] {
  const addresses = new Set<string>();
  editor.state.doc.descendants((node) => {
    for (const mark of node.marks) if (mark.type.name === "link" && !mark.attrs.story && storySlugIn(String(mark.attrs.href ?? ""), ownOrigins)) addresses.add(mark.attrs.href);
  });
  return [...addresses];
}

function inPortions(addresses: readonly string[]): string[][] {
  const portions: string[][] = [];
  let letters = 0;
  for (const address of addresses) {
    const length = encodeURIComponent(address).length;
    const last = portions.at(-1);
    if (last && last.length < most.addresses && letters + length <= most.letters) last.push(address);
    else portions.push([address]);
    letters = last && portions.at(-1) === last ? letters + length : length;
  }
  return portions;
}
