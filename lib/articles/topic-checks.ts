import type { Check, CheckPlace } from "@/lib/articles/checks";
import type { StoryContent } from "@/lib/content/document";
import { type SensitiveTopic, topicsIn } from "@/lib/content/language/sensitive-topics";
import { textOfBlock } from "@/lib/content/to-text";

/** A reminder for each sensitive topic that the story touches, at the first place that does. It reminds of the paper's own policy and stops nothing. */
export function topicChecks(content: StoryContent, topics: readonly SensitiveTopic[]): Check[] {
  if (topics.length === 0) return [];
  const fields = (["headline", "standfirst"] as const).map((field): [CheckPlace, string] => [{ field }, content[field]]);
  const blocks = content.body.content.filter((block) => block.type !== "stash").map((block): [CheckPlace, string] => [block.attrs?.id ? { blockId: block.attrs.id } : { field: "body" }, textOfBlock(block)]);
  const found = new Map<string, Check>();
  for (const [place, text] of [...fields, ...blocks])
    for (const { topic, words } of topicsIn(text, content.language, topics))
      if (!found.has(topic.name)) found.set(topic.name, { id: `topic:${topic.name}`, level: "warn", place, message: `A sensitive topic: ${topic.name}`, hint: `“${words}”. ${topic.reminder}` });
  return [...found.values()];
}
