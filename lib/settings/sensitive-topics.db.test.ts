import { expect, it } from "vitest";
import { languageCodes } from "@/db/vocabulary";
import { useTestDatabase } from "@/db/testing/database";
import { paragraphOf, somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { storyState } from "@/lib/articles/reads/desk";
import { sensitiveTopicList } from "@/lib/content/language/sensitive-topics";
import { changeSensitiveTopics } from "@/lib/settings/commands/change-sensitive-topics";
import { firstSensitiveTopics } from "@/lib/settings/first-sensitive-topics";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";
import { sensitiveTopics } from "@/lib/settings/reads/sensitive-topics";
import { SensitiveTopicsInput, sensitiveTopicsKey, topicsAsText } from "@/lib/settings/sensitive-topics";

useTestDatabase();

const seen = async () => (await settingToChange(sensitiveTopicsKey)).version;

it("the list that Standfirst brings is sound, in every language of a story, and is written as it is read", () => {
  expect(sensitiveTopicList.safeParse(firstSensitiveTopics).success).toBe(true);
  expect(new Set(firstSensitiveTopics.map((topic) => topic.language))).toEqual(new Set(languageCodes));
  expect(SensitiveTopicsInput.parse({ seen: 0, topics: topicsAsText(firstSensitiveTopics) }).topics).toEqual(firstSensitiveTopics);
});

it("the newsroom writes its own, its stories are reminded by them, and an empty list reminds of nothing", async () => {
  const [administrator, editor, section] = [await somebody("administrator"), await somebody("editor"), await someSection()];
  expect(await sensitiveTopics()).toEqual(firstSensitiveTopics);
  const story = await createArticle.execute({ content: someContent(section.id, { body: { type: "doc", content: [paragraphOf("The zeppelin came down; a suicide, they said.")] } }) }, { actor: editor });
  const reminders = async () => (story.ok ? ((await storyState(editor, story.value.id))?.checks ?? []).filter((check) => check.id.startsWith("topic:")).map((check) => check.message) : null);
  expect(await reminders()).toEqual(["A sensitive topic: suicide"]);

  const topics = "en | airships | zeppelin*, blimp | Ask the air desk.";
  expect(await changeSensitiveTopics.execute({ seen: await seen(), topics }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  expect(await changeSensitiveTopics.execute({ seen: await seen(), topics }, { actor: administrator })).toMatchObject({ ok: true, value: { topics: 1 } });
  expect(topicsAsText(await sensitiveTopics())).toBe(topics);
  expect(await reminders()).toEqual(["A sensitive topic: airships"]);

  const wrong = await changeSensitiveTopics.execute({ seen: await seen(), topics: `${topics}\nxx | a | b | c\nen | a | | c` }, { actor: administrator });
  expect(wrong.ok ? null : wrong.failure.fields?.topics).toBe("Line 2: The language is one of en, de, fr, es, fa, ar.");
  expect(await reminders()).toEqual(["A sensitive topic: airships"]);

  expect(await changeSensitiveTopics.execute({ seen: await seen(), topics: "" }, { actor: administrator })).toMatchObject({ ok: true });
  expect(await reminders()).toEqual([]);
});

it("two who write topics at once: the second is told which lines the first one’s have", async () => {
  const [first, second] = [await somebody("administrator", "Ada Rust"), await somebody("administrator")];
  const began = await seen();
  expect(await changeSensitiveTopics.execute({ seen: began, topics: "en | fires | arson* | Ask the fire desk." }, { actor: first })).toMatchObject({ ok: true });
  const refused = await changeSensitiveTopics.execute({ seen: began, topics: "en | floods | flood* | Ask." }, { actor: second });
  expect(refused).toMatchObject({ ok: false, failure: { reason: "changed_meanwhile", current: began + 1, message: expect.stringContaining("lines that yours does not have: “en | fires | arson* | Ask the fire desk.”") } });
});
