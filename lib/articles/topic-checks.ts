import type { Check } from "@/lib/articles/checks";
import { passagesOf, within } from "@/lib/articles/passages";
import { timesBefore } from "@/lib/articles/repair";
import type { StoryContent } from "@/lib/content/document";
import { type SensitiveTopic, topicsIn } from "@/lib/content/language/sensitive-topics";

/** A reminder for each sensitive topic that the story touches, at the first place that does. It reminds of the paper's own policy and stops nothing. */
export function topicChecks(content: StoryContent, topics: readonly SensitiveTopic[]): Check[] {
  if (topics.length === 0) return [];
  const found = new Map<string, Check>();
  for (const { place, text } of passagesOf(content))
    for (const { topic, words, start } of topicsIn(text, content.language, topics))
      if (!found.has(topic.name)) found.set(topic.name, { id: `topic:${topic.name}`, level: "warn", place: within(place, { said: { words, nth: timesBefore(text, words, start) } }), message: `A sensitive topic: ${topic.name}`, hint: `“${words}”. ${topic.reminder}` });
  return [...found.values()];
}
