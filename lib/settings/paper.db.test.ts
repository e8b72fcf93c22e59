import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { changePaper } from "@/lib/settings/commands/change-paper";
import { paperFrame } from "@/lib/settings/reads/paper-frame";

useTestDatabase();

const words = { name: "The Test", tagline: "Daily", description: "A paper.", timeZone: "Europe/Copenhagen", language: "en", imprint: ["1 High Street"], correctionsAt: "both" };

it("only an administrator says what the paper says of itself, all at once and in words that fit", async () => {
  const [administrator, editor] = [await somebody("administrator"), await somebody("editor")];
  expect(await changePaper.execute(words, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  const wrong = await changePaper.execute({ ...words, name: " ", timeZone: "Europe/Port_Ellery", tagline: "x".repeat(121), description: "a\u0000b" }, { actor: administrator });
  expect(wrong).toMatchObject({ ok: false, failure: { code: "invalid", fields: { name: expect.any(String), timeZone: expect.any(String), tagline: expect.any(String), description: expect.any(String) } } });
  expect(await changePaper.execute({ ...words, owner: "nobody" }, { actor: administrator })).toMatchObject({ ok: false, failure: { code: "invalid" } });
  expect(await changePaper.execute(words, { actor: administrator })).toMatchObject({ ok: true });
  expect((await paperFrame()).paper).toEqual(words);
});
