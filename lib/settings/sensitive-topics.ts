import { z } from "zod";
import { type SensitiveTopic, sensitiveTopic, sensitiveTopicList } from "@/lib/content/language/sensitive-topics";
import { firstSensitiveTopics } from "@/lib/settings/first-sensitive-topics";
import { seenVersion } from "@/lib/settings/seen-version";

/** Under which key the topics lie among the paper's settings. */
export const sensitiveTopicsKey = "sensitive_topics";

/** The topics in a stored value: what the paper's people wrote, or, until they did, the list that Standfirst brings. */
export function topicsOf(value: Record<string, unknown> | undefined): readonly SensitiveTopic[] {
  const parsed = value ? sensitiveTopicList.safeParse(value.topics) : null;
  return parsed?.success ? parsed.data : firstSensitiveTopics;
}

/** The topics as they are written: one a line, its parts apart by "|", its words by commas. */
export function topicsAsText(topics: readonly SensitiveTopic[]): string {
  return topics.map(({ language, name, words, reminder }) => [language, name, words.join(", "), reminder].join(" | ")).join("\n");
}

const apart = (line: string, sign: string) => line.split(sign).map((part) => part.trim());

/** One line: the language, the topic, the words by which it is noticed, what to think of. Empty lines are nothing. All at once, upon the version that was seen. */
export const SensitiveTopicsInput = z.strictObject({
  seen: seenVersion,
  topics: z
    .string("Write one topic a line.")
    .max(100_000, "So many reminders nobody reads.")
    .transform((text, context) => {
      const read = text.split(/\r?\n/).flatMap((line, index) => {
        if (line.trim() === "") return [];
        const [language = "", name = "", words = "", reminder = "", ...more] = apart(line, "|");
        const parsed = sensitiveTopic.safeParse({ language, name, words: apart(words, ",").filter(Boolean), reminder });
        const wrong = more.length > 0 ? "A line has four parts." : parsed.success ? null : (parsed.error.issues[0]?.message ?? "This is no topic.");
        if (wrong) context.addIssue({ code: "custom", message: `Line ${index + 1}: ${wrong}` });
        return parsed.success ? [parsed.data] : [];
      });
      const topics = sensitiveTopicList.safeParse(read);
      if (!topics.success) context.addIssue({ code: "custom", message: topics.error.issues[0]?.message ?? "These are no topics." });
      return topics.success ? topics.data : [];
    }),
});
