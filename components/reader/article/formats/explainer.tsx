import { Frame } from "@/components/reader/article/formats/frame";
import { Explained } from "@/components/reader/article/formats/explained";
import type { FormatProps } from "@/components/reader/article/formats/parts";

/** An explainer: the answer first, then the way to each part of it. */
export function ExplainerPage(story: FormatProps) {
  return (
    <Frame {...story}>
      <Explained {...story} />
    </Frame>
  );
}
