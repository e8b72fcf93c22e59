import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import type { PersonActor } from "@/lib/core/actor";
import { changeCrawlers } from "@/lib/settings/commands/change-crawlers";
import { changePaperFiles } from "@/lib/settings/commands/change-paper-files";
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
  expect(await changeCrawlers.execute({ training: false, answers: false }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  expect(await changeCrawlers.execute({ training: false, answers: true }, { actor: administrator })).toMatchObject({ ok: true });
  expect(await crawlersPolicy()).toEqual({ training: false, answers: true });
});

it("what a colleague wrote meanwhile is named, file by file, before it is replaced", async () => {
  const [first, second] = [await somebody("administrator", "Ada Rust"), await somebody("administrator")];
  const { version: seen } = await settingToChange(paperFilesKey);
  expect(await change({ humans: "Ada and the others." }, first)).toMatchObject({ ok: true });
  const refused = await changePaperFiles.execute({ ...files, ads: "# none", seen }, { actor: second });
  expect(refused).toMatchObject({ ok: false, failure: { code: "conflict", reason: "changed_meanwhile", message: expect.stringContaining("/ads.txt (now empty); /humans.txt (now beginning “Ada and the others.”)") } });
  expect((await storedFiles()).humans).toBe("Ada and the others.");
});
