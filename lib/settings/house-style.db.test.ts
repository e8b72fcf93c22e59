import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { paragraphOf, somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { storyState } from "@/lib/articles/reads/desk";
import { changeHouseStyle } from "@/lib/settings/commands/change-house-style";
import { rulesAsText } from "@/lib/settings/house-style";
import { houseStyle } from "@/lib/settings/reads/house-style";

useTestDatabase();

it("an administrator writes the house's words, and stories that use others are told so", async () => {
  const [administrator, editor, section] = [await somebody("administrator"), await somebody("editor"), await someSection()];
  const text = "at issue | in question | The desk prefers it.\n\nInternet | internet | | capitals";
  expect(await changeHouseStyle.execute({ rules: text }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  expect(await changeHouseStyle.execute({ rules: text }, { actor: administrator })).toMatchObject({ ok: true, value: { rules: 2 } });
  expect(await houseStyle()).toHaveLength(2);
  expect(rulesAsText(await houseStyle())).toBe("at issue | in question | The desk prefers it.\nInternet | internet |  | capitals");
  const story = await createArticle.execute({ content: someContent(section.id, { body: { type: "doc", content: [paragraphOf("The sum at issue is small.")] } }) }, { actor: editor });
  const state = story.ok ? await storyState(editor, story.value.id) : null;
  expect(state?.checks).toContainEqual(expect.objectContaining({ level: "warn", message: "“at issue”: better “in question”", hint: "The desk prefers it." }));
});

it("says in which line something is no rule, and keeps what was there", async () => {
  const administrator = await somebody("administrator");
  const before = await houseStyle();
  const bare = await changeHouseStyle.execute({ rules: "good | better\n\nutilise" }, { actor: administrator });
  expect(bare.ok ? null : bare.failure.fields?.rules).toBe("Line 3: there is no “|” in it. Write what is written | what is better.");
  const answer = await changeHouseStyle.execute({ rules: "good | better\n | nothing" }, { actor: administrator });
  expect(answer.ok ? null : answer.failure.fields?.rules).toBe("Line 2: A pattern holds at least one letter or figure.");
  expect(await houseStyle()).toEqual(before);
});
