import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { commentFingerprints, commentRevisions } from "@/db/schema";
import { commentNow, decideNow, readerKnownTo, said, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { editComment } from "@/lib/comments/commands/edit-comment";
import type { PersonActor } from "@/lib/core/actor";
import { forgetExpired } from "@/lib/jobs/forget-expired";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";

useTestDatabase();

let editor: PersonActor;
let moderator: PersonActor;
let administrator: PersonActor;
let story: string;

beforeAll(async () => {
  [editor, moderator, administrator] = [await somebody("editor"), await somebody("moderator"), await somebody("administrator")];
  story = await storyToTalkAbout(editor);
});

const advert = (name: string) => `Last winter ${name} in Tarn lost everything, and then she met the man who showed her how to earn nine hundred a week from home with only a telephone. Ask him for his little book, it costs nothing, and tell him that I sent you.`;
const known = () => readerKnownTo({ editor, moderator });
const phasesOf = async (commentId: string) => {
  const { currentRevisionId } = await commentNow(commentId);
  const [revision] = await appDatabase().select({ signals: commentRevisions.signals }).from(commentRevisions).where(eq(commentRevisions.id, currentRevisionId));
  return revision?.signals.map(({ phase, evidence }) => `${phase}: ${evidence}`);
};

it("the third who sends nearly the same text within a day waits, whoever they are; after a day it is forgotten", async () => {
  const elsewhere = await storyToTalkAbout(editor);
  const first = await said(story, await known(), { text: advert("my cousin") });
  const second = await said(elsewhere, await known(), { text: advert("my cousin").replaceAll(",", " –") });
  const third = await said(story, await known(), { text: advert("my cousin").replace("winter", "summer") });
  expect([first.status, second.status, third.status]).toEqual(["published", "published", "held"]);
  expect(await phasesOf(third.commentId)).toEqual(["nearly_repeated: Nearly the same as 2 other comments of the last day"]);
  await appDatabase().update(commentFingerprints).set({ createdAt: sql`now() - interval '25 hours'` });
  expect((await said(story, await known(), { text: advert("my cousin").replace("winter", "autumn") })).status).toBe("published");
});

it("whoever only changes her own text is not taken for a campaign", async () => {
  const reader = await known();
  const text = "The ferry ought to sail all night, since those who clean the offices come home when the trams have stopped running.";
  const { commentId, status, key } = await said(story, reader, { text });
  expect(status).toBe("published");
  for (const change of ["come home late", "get home late"]) {
    const { currentRevisionId } = await commentNow(commentId);
    expectOk(await editComment.execute({ of: { key }, revisionId: currentRevisionId, text: text.replace("come home", change) }, { actor: reader }));
  }
  expect((await commentNow(commentId)).status).toBe("published");
});

it("a known reader of whose last comments three in ten were rejected is read first", async () => {
  const reader = await known();
  for (const decision of ["approve", "approve", "reject"] as const) expectOk(await decideNow((await said(story, reader)).commentId, decision, moderator));
  expect((await said(story, reader)).status).toBe("published");
  expectOk(await decideNow((await said(story, reader)).commentId, "reject", moderator));
  const next = await said(story, reader);
  expect(next.status).toBe("held");
  expect(await phasesOf(next.commentId)).toEqual(["history: 2 of the last 6 comments were rejected"]);
});

it("what a text is known by goes with a comment that is purged, and after a month", async () => {
  const here = async (commentId: string) => (await appDatabase().select().from(commentFingerprints).where(eq(commentFingerprints.commentId, commentId))).length;
  const [purged, old, kept] = [await said(story, await known(), { text: "Of the eight piers only three are lit at night, and one of those is closed." }), await said(story, await known(), { text: "I have taken this boat for twenty years and never once did it leave on time." }), await said(story, await known(), { text: "Somebody should ask the people of the far shore what they would pay for it." })];
  const { currentRevisionId: revisionId, status } = await commentNow(purged.commentId);
  expectOk(await purgeComment.execute({ commentId: purged.commentId, revisionId, status }, { actor: administrator }));
  await appDatabase().update(commentFingerprints).set({ createdAt: sql`now() - interval '31 days'` }).where(eq(commentFingerprints.commentId, old.commentId));
  await forgetExpired();
  expect([await here(purged.commentId), await here(old.commentId), await here(kept.commentId)]).toEqual([0, 0, 1]);
});
