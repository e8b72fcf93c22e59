import { expect, it } from "vitest";
import { discussionWords } from "@/components/reader/comments/words";
import { stateForAuthor } from "@/lib/comments/comment";

it("the script on the page says of a new comment what its own page says", () => {
  expect(discussionWords.en.script).toMatchObject({ waiting: stateForAuthor("held"), published: stateForAuthor("published") });
});

it("in Persian and Arabic no sentence of the script is English", () => {
  for (const language of ["fa", "ar"] as const) expect(JSON.stringify(Object.values(discussionWords[language].script).flatMap((said) => (typeof said === "string" ? said : Object.values(said))))).not.toMatch(/[a-z]/i);
});

it("whoever is signed in is named in the sentence of every language", () => {
  for (const { script } of Object.values(discussionWords)) expect(script.as.split("…")).toHaveLength(2);
});
