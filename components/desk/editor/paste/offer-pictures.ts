import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { fetchPicture, upload } from "@/components/desk/editor/api";
import { waitFor } from "@/components/desk/editor/pictures/incoming";
import { pictureQueue } from "@/components/desk/editor/pictures/picture-queue";
import type { Upload } from "@/components/desk/editor/pictures/upload-queue";
import type { OfferedPicture } from "@/lib/content/paste/reading";

/** Where the change of a paste says that its blocks begin. */
export const pastedFrom = "pastedFrom";

/** The pictures of a paste where they stood: each waits there until somebody has it fetched or leaves it out. `places` says, by how many blocks were before one, where that is. */
export function offerPictures(editor: Editor, images: readonly OfferedPicture[], places: (after: number) => number): Upload[] {
  const { doc } = editor.state;
  const offered = images.map((image, index) => ({ image, upload: offer(image, index + 1), at: places(image.after) }));
  for (const at of new Set(offered.map((one) => one.at))) {
    const here = offered.filter((one) => one.at === at).map((one) => one.upload);
    waitFor(editor, here, { kind: "apart", behind: doc.resolve(at).nodeBefore?.attrs.id ?? null, gallery: null }, at);
  }
  return offered.map((one) => one.upload);
}

/**
 * Where something stands in the story now that was behind so many of the pasted blocks. `names` are theirs, in order; the first and the
 * last may have joined words that were there, between `start` and `end`.
 */
export function pastedPlaces(doc: Node, names: readonly string[], start: number, end: number): (after: number) => number {
  const blocks: { node: Node; at: number }[] = [];
  doc.forEach((node, at) => void blocks.push({ node, at }));
  const endOf = (one: { node: Node; at: number }) => one.at + one.node.nodeSize;
  const around = (place: number) => blocks.find((one) => place < endOf(one)) ?? blocks.at(-1);
  const named = (name: string | undefined) => blocks.find((one) => one.node.attrs.id === name);
  return (after) => {
    if (after === 0) return named(names[0])?.at ?? around(start)?.at ?? 0;
    const behind = named(names[after - 1]) ?? around(after === 1 ? start : Math.max(start, end - 1));
    return behind ? endOf(behind) : doc.content.size;
  };
}

function offer({ src, alt, caption }: OfferedPicture, number: number): Upload {
  const host = src.startsWith("data:") ? null : new URL(src).host;
  const words = alt || caption || `Picture ${number}`;
  return pictureQueue.offer(host ? `${words}, on ${host}` : words, async (_, progress, signal) => {
    // The server says nothing on its way.
    if (host) progress(1);
    const answer = await (host ? fetchPicture(src, signal) : upload(fileOf(src, number), progress, signal));
    return "value" in answer ? { value: { ...answer.value, alt: alt || answer.value.alt, caption: caption ?? answer.value.caption } } : answer;
  });
}

/** The picture that came along as text, as a file. */
function fileOf(data: string, number: number): File {
  const [head = "", body = ""] = data.split(",");
  const type = /^data:([\w/+.-]+)/.exec(head)?.[1] ?? "image/png";
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  return new File([bytes], `pasted-${number}.${type.split("/")[1]}`, { type });
}
