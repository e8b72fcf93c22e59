import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { paragraphOf, somebody, someContent, someSection } from "@/db/testing/factories";
import { createArticle } from "@/lib/articles/commands/create-article";
import { storyState } from "@/lib/articles/reads/desk";
import { changeHouseStyle } from "@/lib/settings/commands/change-house-style";
import { houseStyleKey, rulesAsText } from "@/lib/settings/house-style";
import { houseStyle } from "@/lib/settings/reads/house-style";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";
import { tryHouseStyle } from "@/lib/settings/try-house-style";

useTestDatabase();

const seen = async () => (await settingToChange(houseStyleKey)).version;

it("an administrator writes the house's words, and stories that use others are told so", async () => {
  const [administrator, editor, section] = [await somebody("administrator"), await somebody("editor"), await someSection()];
  const text = "at issue | in question | The desk prefers it.\n\nInternet | internet | | capitals";
  expect(await changeHouseStyle.execute({ seen: await seen(), rules: text }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  expect(await changeHouseStyle.execute({ seen: await seen(), rules: text }, { actor: administrator })).toMatchObject({ ok: true, value: { rules: 2 } });
  expect(await houseStyle()).toHaveLength(2);
  expect(rulesAsText(await houseStyle())).toBe("at issue | in question | The desk prefers it.\nInternet | internet |  | capitals");
  const story = await createArticle.execute({ content: someContent(section.id, { body: { type: "doc", content: [paragraphOf("The sum at issue is small.")] } }) }, { actor: editor });
  const state = story.ok ? await storyState(editor, story.value.id) : null;
  expect(state?.checks).toContainEqual(expect.objectContaining({ level: "warn", message: "“at issue”: better “in question”", hint: "The desk prefers it." }));
});

it("says in which line something is no rule, and keeps what was there", async () => {
  const administrator = await somebody("administrator");
  const before = await houseStyle();
  const bare = await changeHouseStyle.execute({ seen: await seen(), rules: "good | better\n\nutilise" }, { actor: administrator });
  expect(bare.ok ? null : bare.failure.fields?.rules).toBe("Line 3: there is no “|” in it. Write what is written | what is better.");
  const answer = await changeHouseStyle.execute({ seen: await seen(), rules: "good | better\n | nothing" }, { actor: administrator });
  expect(answer.ok ? null : answer.failure.fields?.rules).toBe("Line 2: A pattern holds at least one letter or figure.");
  expect(await houseStyle()).toEqual(before);
});

it("a rule may be a regular expression: with a pattern, a suggestion and a reason, and written as it is read", async () => {
  const [administrator, editor, section] = [await somebody("administrator"), await somebody("editor"), await someSection()];
  const text = "/(\\d+) (?:euro|EUR)\\b/ | €$1 | Signs go first.\n/\\bm\\/s\\b/ | metres a second |  | capitals\nutilis* | use | ";
  expect(await changeHouseStyle.execute({ seen: await seen(), rules: text }, { actor: administrator })).toMatchObject({ ok: true, value: { rules: 3 } });
  expect(rulesAsText(await houseStyle())).toBe(text);
  const story = await createArticle.execute({ content: someContent(section.id, { standfirst: "At 7 m/s it costs 12 EUR." }) }, { actor: editor });
  const state = story.ok ? await storyState(editor, story.value.id) : null;
  expect(state?.checks).toContainEqual(expect.objectContaining({ level: "warn", message: "“12 EUR”: better “€12”", hint: "Signs go first.", place: { field: "standfirst", said: { words: "12 EUR", nth: 0 } }, repairs: [expect.objectContaining({ words: "12 EUR", by: "€12" })] }));
  expect(state?.checks).toContainEqual(expect.objectContaining({ message: "“m/s”: better “metres a second”" }));
});

it("an expression that cannot be read, or that would be slow, is refused with its line", async () => {
  const administrator = await somebody("administrator");
  const problem = async (line: string) => {
    const answer = await changeHouseStyle.execute({ seen: await seen(), rules: `good | better\n${line}` }, { actor: administrator });
    return answer.ok ? null : answer.failure.fields?.rules;
  };
  expect(await problem("/(\\d+ euro/ | x")).toMatch(/^Line 2: The expression cannot be read: missing closing \)/);
  expect(await problem("/(?<=a)b/ | x")).toMatch(/^Line 2: The expression cannot be read/);
  expect(await problem("/(?:[a-z]{1,900}x){1,1}/ | x")).toBe("Line 2: The expression is too large: write fewer or smaller repetitions.");
  expect(await problem("/(a+)+$/ | x")).toBeNull();
  const began = performance.now();
  expect(await problem(Array.from({ length: 450 }, (_, n) => `/${"(?:\\pL\\pM*){500}".repeat(10)}${n}/ | x`).join("\n"))).toMatch(/too large/);
  expect(performance.now() - began, "five hundred hostile ones are refused in time").toBeLessThan(4000);
});

it("rules are tried on a text as they are typed, by those who may change them, and nothing is saved", async () => {
  const [administrator, editor] = [await somebody("administrator"), await somebody("editor")];
  const before = await houseStyle();
  const input = { rules: "/(\\d+) euros?/ | €$1 | Signs go first.\nutilis* | use", text: "Utilise 12 euros." };
  expect(await tryHouseStyle.execute(input, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  expect(await tryHouseStyle.execute(input, { actor: administrator })).toEqual({ ok: true, value: { found: [{ words: "Utilise", by: "use", reason: "" }, { words: "12 euros", by: "€12", reason: "Signs go first." }], whole: true } });
  expect(await tryHouseStyle.execute({ ...input, rules: "/(/ | x" }, { actor: administrator })).toMatchObject({ ok: false, failure: { fields: { rules: expect.stringContaining("Line 1") } } });
  const began = performance.now();
  expect(await tryHouseStyle.execute({ rules: Array.from({ length: 200 }, (_, n) => `/(?:a|aa|${n}){1,30}b/ | x`).join("\n"), text: "a ".repeat(9000) }, { actor: administrator })).toMatchObject({ ok: true, value: { whole: false } });
  expect(performance.now() - began).toBeLessThan(3000);
  expect(await houseStyle()).toEqual(before);
});

it("two who write rules at once: the second is told who was first and which lines theirs has", async () => {
  const [first, second] = [await somebody("administrator", "Ada Rust"), await somebody("administrator")];
  const began = await seen();
  expect(await changeHouseStyle.execute({ seen: began, rules: "Internet | internet\nweb site | website" }, { actor: first })).toMatchObject({ ok: true });
  const refused = await changeHouseStyle.execute({ seen: began, rules: "Internet | internet |\ne-mail | email" }, { actor: second });
  expect(refused).toMatchObject({ ok: false, failure: { code: "conflict", reason: "changed_meanwhile", current: began + 1 } });
  expect(refused.ok ? "" : refused.failure.message).toContain("lines that yours does not have: “web site | website |”");
  expect(await houseStyle()).toHaveLength(2);
});
