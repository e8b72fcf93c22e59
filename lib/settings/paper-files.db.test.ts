import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { changeCrawlers } from "@/lib/settings/commands/change-crawlers";
import { changePaperFiles } from "@/lib/settings/commands/change-paper-files";
import { crawlersPolicy } from "@/lib/settings/reads/crawlers";
import { storedFiles } from "@/lib/settings/reads/paper-files";

useTestDatabase();

const files = { security: "", ads: "", appAds: "", trust: "", humans: "" };

it("an administrator writes the files, nobody else; what is emptied is gone", async () => {
  const [administrator, editor] = [await somebody("administrator"), await somebody("editor")];
  expect(await storedFiles()).toEqual(files);
  expect(await changePaperFiles.execute({ ...files, humans: "All of us." }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  expect(await changePaperFiles.execute({ ...files, humans: "All of us.", trust: "datatrainingallowed=no" }, { actor: administrator })).toMatchObject({ ok: true, value: { files: 2 } });
  expect(await storedFiles()).toEqual({ ...files, humans: "All of us.", trust: "datatrainingallowed=no" });
  expect(await changePaperFiles.execute({ ...files, trust: "datatrainingallowed=no" }, { actor: administrator })).toMatchObject({ ok: true });
  expect((await storedFiles()).humans).toBe("");
});

it("an administrator says what robots of language models may do, nobody else; until then they may all", async () => {
  const [administrator, editor] = [await somebody("administrator"), await somebody("editor")];
  expect(await crawlersPolicy()).toEqual({ training: true, answers: true });
  expect(await changeCrawlers.execute({ training: false, answers: false }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  expect(await changeCrawlers.execute({ training: false, answers: true }, { actor: administrator })).toMatchObject({ ok: true });
  expect(await crawlersPolicy()).toEqual({ training: false, answers: true });
});
