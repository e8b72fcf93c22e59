import { expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { settings } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { changePaper } from "@/lib/settings/commands/change-paper";
import { paperKey } from "@/lib/settings/paper";
import { paperFrame } from "@/lib/settings/reads/paper-frame";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";

useTestDatabase();

const words = { seen: 0, name: "The Test", tagline: "Daily", description: "A paper.", timeZone: "Europe/Copenhagen", language: "en", imprint: ["1 High Street"], correctionsAt: "both" };

it("only an administrator says what the paper says of itself, all at once and in words that fit", async () => {
  const [administrator, editor] = [await somebody("administrator"), await somebody("editor")];
  expect(await changePaper.execute(words, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  const wrong = await changePaper.execute({ ...words, name: " ", timeZone: "Europe/Port_Ellery", tagline: "x".repeat(121), description: "a\u0000b" }, { actor: administrator });
  expect(wrong).toMatchObject({ ok: false, failure: { code: "invalid", fields: { name: expect.any(String), timeZone: expect.any(String), tagline: expect.any(String), description: expect.any(String) } } });
  expect(await changePaper.execute({ ...words, owner: "nobody" }, { actor: administrator })).toMatchObject({ ok: false, failure: { code: "invalid" } });
  expect(await changePaper.execute(words, { actor: administrator })).toMatchObject({ ok: true });
  const { seen: _, ...said } = words;
  expect((await paperFrame()).paper).toEqual(said);
});

it("two who change it at once: the second is told who was first, when and in what they differ, and then may put hers in its place", async () => {
  const [first, second] = [await somebody("administrator", "Ada Rust"), await somebody("administrator")];
  const seen = (await settingToChange(paperKey)).version;
  expect(await changePaper.execute({ ...words, seen, tagline: "Weekly", imprint: ["2 High Street", "Port Ellery"] }, { actor: first })).toMatchObject({ ok: true });
  const sent = { ...words, description: "A better paper." };
  const refused = await changePaper.execute({ ...sent, seen }, { actor: second });
  expect(refused).toMatchObject({ ok: false, failure: { code: "conflict", reason: "changed_meanwhile", current: seen + 1 } });
  if (refused.ok) return;
  expect(refused.failure.message).toMatch(/^Ada Rust has changed what the paper says of itself meanwhile \(\d{1,2} \w+, \d\d:\d\d\)/);
  expect(refused.failure.message).toContain("Motto (now “Weekly”); What the paper is (now “A paper.”); Imprint (now “2 High Street, Port Ellery”)");
  expect((await paperFrame()).paper).toMatchObject({ tagline: "Weekly" });
  expect(await changePaper.execute({ ...sent, seen: refused.failure.current }, { actor: second })).toMatchObject({ ok: true });
  expect((await paperFrame()).paper).toMatchObject({ tagline: "Daily", description: "A better paper." });
  expect(await changePaper.execute({ ...sent, seen }, { actor: first }), "what would change nothing is no conflict").toMatchObject({ ok: true });
});

it("at the same moment only one of two is taken, also where nobody has written anything yet", async () => {
  const [first, second] = [await somebody("administrator"), await somebody("administrator")];
  for (const stored of [true, false]) {
    if (!stored) await appDatabase().delete(settings);
    const seen = (await settingToChange(paperKey)).version;
    const both = await Promise.all([changePaper.execute({ ...words, seen, tagline: `Hers ${stored}` }, { actor: first }), changePaper.execute({ ...words, seen, tagline: `His ${stored}` }, { actor: second })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  }
});
