import { expect, it } from "vitest";
import { languageCodes } from "@/db/vocabulary";
import { useTestDatabase } from "@/db/testing/database";
import { paragraphOf, somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { storyState } from "@/lib/articles/reads/desk";
import { sensitiveTopicList } from "@/lib/content/language/sensitive-topics";
import { changeSensitiveTopics } from "@/lib/settings/commands/change-sensitive-topics";
import { firstSensitiveTopics } from "@/lib/settings/first-sensitive-topics";
import { sensitiveTopics } from "@/lib/settings/reads/sensitive-topics";
import { SensitiveTopicsInput, topicsAsText } from "@/lib/settings/sensitive-topics";

useTestDatabase();

it("the list that Standfirst brings is sound, in every language of a story, and is written as it is read", () => {
  expect(sensitiveTopicList.safeParse(firstSensitiveTopics).success).toBe(true);
  expect(new Set(firstSensitiveTopics.map((topic) => topic.language))).toEqual(new Set(languageCodes));
  expect(SensitiveTopicsInput.parse({ topics: topicsAsText(firstSensitiveTopics) }).topics).toEqual(firstSensitiveTopics);
});

it("the newsroom writes its own, its stories are reminded by them, and an empty list reminds of nothing", async () => {
  const [administrator, editor, section] = [await somebody("administrator"), await somebody("editor"), await someSection()];
  expect(await sensitiveTopics()).toEqual(firstSensitiveTopics);
  const story = await createArticle.execute({ content: someContent(section.id, { body: { type: "doc", content: [paragraphOf("The zeppelin came down; a suicide, they said.")] } }) }, { actor: editor });
  const reminders = async () => (story.ok ? ((await storyState(editor, story.value.id))?.checks ?? []).filter((check) => check.id.startsWith("topic:")).map((check) => check.message) : null);
  expect(await reminders()).toEqual(["A sensitive topic: suicide"]);

  const topics = "en | airships | zeppelin*, blimp | Ask the air desk.";
  expect(await changeSensitiveTopics.execute({ topics }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  expect(await changeSensitiveTopics.execute({ topics }, { actor: administrator })).toMatchObject({ ok: true, value: { topics: 1 } });
  expect(topicsAsText(await sensitiveTopics())).toBe(topics);
  expect(await reminders()).toEqual(["A sensitive topic: airships"]);

  const wrong = await changeSensitiveTopics.execute({ topics: `${topics}\nxx | a | b | c\nen | a | | c` }, { actor: administrator });
  expect(wrong.ok ? null : wrong.failure.fields?.topics).toBe("Line 2: The language is one of en, de, fr, es, fa, ar.");
  expect(await reminders()).toEqual(["A sensitive topic: airships"]);

  expect(await changeSensitiveTopics.execute({ topics: "" }, { actor: administrator })).toMatchObject({ ok: true });
  expect(await reminders()).toEqual([]);
});
