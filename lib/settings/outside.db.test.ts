import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { paragraphOf, somebody, someContent, someSection } from "@/db/testing/factories";
import { checkOutwardLinks } from "@/lib/articles/check-outward-links";
import { createArticle } from "@/lib/articles/commands/create-article";
import { outsideClosed } from "@/lib/core/outside-switch";
import { safeFetch } from "@/lib/core/safe-fetch";
import { embedAddress } from "@/lib/embeds/commands/embed-address";
import { run as fetchSnapshot } from "@/lib/embeds/jobs/fetch-snapshot";
import { embedSnapshot } from "@/lib/embeds/reads/snapshot";
import { fetchPicture } from "@/lib/media/commands/fetch-picture";
import { changeOutside } from "@/lib/settings/commands/change-outside";

useTestDatabase();

const closed = { ok: false, failure: { code: "unavailable", reason: "outside_closed", message: expect.stringContaining("fetches nothing from outside") } };

it("only an administrator switches fetching off; then nobody outside is asked, and whoever asked is told so", async () => {
  const [administrator, editor, section] = [await somebody("administrator"), await somebody("editor"), await someSection()];
  expect(await outsideClosed()).toBeNull();
  expect(await changeOutside.execute({ seen: 0, fetches: false }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  expect(await changeOutside.execute({ seen: 0, fetches: false }, { actor: administrator })).toMatchObject({ ok: true });

  expect(await safeFetch("https://elsewhere.example/", { accept: "*/*" })).toMatchObject(closed);
  expect(await fetchPicture({ address: "https://elsewhere.example/a.jpg" }, { actor: editor })).toMatchObject(closed);
  const story = await createArticle.execute({ content: someContent(section.id, { body: { type: "doc", content: [paragraphOf("Words.")] } }) }, { actor: editor });
  if (!story.ok) throw new Error(story.failure.message);
  expect(await checkOutwardLinks(editor, story.value.id)).toMatchObject(closed);
  const embed = await embedAddress.execute({ address: "https://youtu.be/abcdefghij1" }, { actor: editor });
  if (!embed.ok) throw new Error(embed.failure.message);
  await fetchSnapshot(
    { embedId: embed.value.id },
    {
      keepPicture: () => {
        throw new Error("There is no picture to keep.");
      },
    },
  );
  expect(await embedSnapshot(editor, embed.value.id)).toMatchObject({ state: "failed", failure: expect.stringContaining("switched it off") });

  expect(await changeOutside.execute({ seen: 0, fetches: true }, { actor: administrator })).toMatchObject({ ok: false, failure: { reason: "changed_meanwhile", message: expect.stringContaining("(now not ticked)") } });
  expect(await changeOutside.execute({ seen: 1, fetches: true }, { actor: administrator })).toMatchObject({ ok: true });
  expect(await outsideClosed()).toBeNull();
});
