import { Frame } from "@/components/reader/article/formats/frame";
import { Body, type FormatProps } from "@/components/reader/article/formats/parts";
import { isQuestion } from "@/lib/content/parts-of-formats";

/** An interview: the questions stand apart from what was answered. */
export function InterviewPage(story: FormatProps) {
  return (
    <Frame {...story}>
      <Body {...story} isQuestion={isQuestion} />
    </Frame>
  );
}
