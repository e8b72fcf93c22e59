import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { presentByAddress } from "@/lib/articles/reads/present-by-address";
import { newId } from "@/lib/kernel/ids";

useTestDatabase();

it("says by address who is in a story that readers see, and nothing of a story that they do not", async () => {
  const editor = await somebody("editor");
  const section = await someSection();
  const made = async (slug: string) => expectOk(await createArticle.execute({ content: someContent(section.id, { slug }) }, { actor: editor })).id;
  const [draft, live] = [await made("not-yet"), await made("ferry")];
  expectOk(await publishArticle.execute({ articleId: live, version: 1 }, { actor: editor }));
  const ana = { id: newId(), name: "Ana", hand: 1 };
  expect(await presentByAddress({ [draft]: [ana], [live]: [ana] })).toEqual({ [`/${section.slug}/ferry`]: [ana] });
  expect(await presentByAddress({})).toEqual({});
});
