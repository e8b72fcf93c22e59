import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import type { PersonActor } from "@/lib/core/actor";
import { changeCrawlers } from "@/lib/settings/commands/change-crawlers";
import { changePaperFiles } from "@/lib/settings/commands/change-paper-files";
import { crawlersKey, policyOf } from "@/lib/settings/crawlers";
import { paperFilesKey } from "@/lib/settings/paper-files";
import { crawlersPolicy } from "@/lib/settings/reads/crawlers";
import { settingToChange } from "@/lib/settings/reads/setting-to-change";
import { storedFiles } from "@/lib/settings/reads/paper-files";

useTestDatabase();

const change = async (some: object, actor: PersonActor) => changePaperFiles.execute({ ...files, ...some, seen: (await settingToChange(paperFilesKey)).version }, { actor });
const files = { security: "", ads: "", appAds: "", trust: "", humans: "" };

it("an administrator writes the files, nobody else; what is emptied is gone", async () => {
  const [administrator, editor] = [await somebody("administrator"), await somebody("editor")];
  expect(await storedFiles()).toEqual(files);
  expect(await change({ humans: "All of us." }, editor)).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  expect(await change({ humans: "All of us.", trust: "datatrainingallowed=no" }, administrator)).toMatchObject({ ok: true, value: { files: 2 } });
  expect(await storedFiles()).toEqual({ ...files, humans: "All of us.", trust: "datatrainingallowed=no" });
  expect(await change({ trust: "datatrainingallowed=no" }, administrator)).toMatchObject({ ok: true });
  expect((await storedFiles()).humans).toBe("");
});

it("an administrator says what robots of language models may do, nobody else; until then they may all", async () => {
  const [administrator, editor] = [await somebody("administrator"), await somebody("editor")];
  expect(await crawlersPolicy()).toEqual({ training: true, answers: true });
  expect(await changeCrawlers.execute({ seen: 0, training: false, answers: false }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  expect(await changeCrawlers.execute({ seen: 0, training: false, answers: true }, { actor: administrator })).toMatchObject({ ok: true });
  expect(await crawlersPolicy()).toEqual({ training: false, answers: true });
});

it("what a colleague said of robots meanwhile is not undone unknowingly", async () => {
  const [first, second] = [await somebody("administrator", "Ada Rust"), await somebody("administrator")];
  const { version: seen } = await settingToChange(crawlersKey);
  expect(await changeCrawlers.execute({ seen, training: false, answers: false }, { actor: first })).toMatchObject({ ok: true });
  const said = { training: false, answers: true };
  expect(await changeCrawlers.execute({ seen, ...said }, { actor: second })).toMatchObject({ ok: false, failure: { code: "conflict", reason: "changed_meanwhile", message: expect.stringMatching(/^Ada Rust has changed this meanwhile .*Robots that read pages to answer somebody’s question \(now not ticked\)/), current: seen + 1 } });
  expect(await crawlersPolicy()).toEqual({ training: false, answers: false });
  expect(await changeCrawlers.execute({ seen: seen + 1, ...said }, { actor: second }), "knowingly").toMatchObject({ ok: true });
});

it.each([[null], [{}], [[]], ["yes"], [{ training: "true", answers: 1 }], [{ Training: true }]])("a policy that lies there as %j and cannot be read lets no robot of language models in", async (value) => {
  await appDatabase().execute(sql`insert into settings (key, value, changed_at) values (${crawlersKey}, ${JSON.stringify(value)}::text::jsonb, now()) on conflict (key) do update set value = excluded.value`);
  expect(await crawlersPolicy()).toEqual({ training: false, answers: false });
});

it("of a policy what is plainly allowed stays allowed, whatever stands beside it", () => {
  expect(policyOf({ training: "?", answers: true, images: true })).toEqual({ training: false, answers: true });
});

it("what a colleague wrote meanwhile is named, file by file, before it is replaced", async () => {
  const [first, second] = [await somebody("administrator", "Ada Rust"), await somebody("administrator")];
  const { version: seen } = await settingToChange(paperFilesKey);
  expect(await change({ humans: "Ada and the others." }, first)).toMatchObject({ ok: true });
  const refused = await changePaperFiles.execute({ ...files, ads: "# none", seen }, { actor: second });
  expect(refused).toMatchObject({ ok: false, failure: { code: "conflict", reason: "changed_meanwhile", message: expect.stringContaining("/ads.txt (now empty); /humans.txt (now beginning “Ada and the others.”)") } });
  expect((await storedFiles()).humans).toBe("Ada and the others.");
});
