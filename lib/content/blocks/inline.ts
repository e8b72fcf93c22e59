import type { TextNode } from "@/lib/content/stored/inline";

export function textOfInline(content: readonly TextNode[] | undefined): string {
  return (content ?? []).map((node) => node.text).join("");
}
