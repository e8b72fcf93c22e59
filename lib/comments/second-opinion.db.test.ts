import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { commentRevisions } from "@/db/schema";
import { commentNow, readerKnownTo, storyToTalkAbout } from "@/db/testing/commenting";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { issueFormToken } from "@/lib/comments/form-token";
import { receiveComment } from "@/lib/comments/receive";
import { receiveEdit } from "@/lib/comments/receive-act";
import { secondOpinion } from "@/lib/comments/second-opinion";
import { commentSettings } from "@/lib/comments/settings";
import type { PersonActor } from "@/lib/core/actor";
import { newId } from "@/lib/kernel/ids";
import { provide } from "@/lib/kernel/process-store";

useTestDatabase();

const secret = "a secret that both sides know: 7Qd!";
type Asked = { body: string; signature: string };
let service: Server;
let url: string;
let asked: Asked[];
let answer: (body: string) => { status?: number; body: string; after?: number };
let editor: PersonActor;
let reader: PersonActor;
let story: string;

beforeAll(async () => {
  service = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      asked.push({ body, signature: String(request.headers["standfirst-signature"]) });
      const { status = 200, body: said, after = 0 } = answer(body);
      setTimeout(() => response.writeHead(status, { "Content-Type": "application/json", Location: "/elsewhere" }).end(said), after);
    });
  });
  await new Promise<void>((done) => service.listen(0, "127.0.0.1", done));
  const address = service.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/comments`;
  provide("env", { ...testEnv, commentCheck: { url, secret } });
  editor = await somebody("editor");
  story = await storyToTalkAbout(editor);
  reader = await readerKnownTo({ editor, moderator: await somebody("moderator") });
});
beforeEach(() => {
  asked = [];
  answer = () => ({ body: '{"verdict":"publish"}' });
});
afterAll(() => {
  service.closeAllConnections();
  service.close();
});

const form = (text: string, changes: Record<string, unknown> = {}) => ({ articleId: story, parentId: null, name: "", email: "", text, token: issueFormToken(story, new Date(Date.now() - 10_000)), website: "", nudged: true, ...changes });
const send = async (text: string, actor: PersonActor = reader) => expectOk(await receiveComment(form(text), actor, newId()));
const signalsOf = async (commentId: string) => (await appDatabase().select({ signals: commentRevisions.signals }).from(commentRevisions).where(eq(commentRevisions.id, (await commentNow(commentId)).currentRevisionId)))[0]?.signals.filter(({ phase }) => phase === "second_opinion");

describe("the service that is asked about comments", () => {
  it("hears the text and nothing of who wrote it, from somebody who knows the secret, and lets pass", async () => {
    const { commentId, state } = await send("A calm word about the tide table");
    expect(state).toBe("published");
    expect(await signalsOf(commentId)).toEqual([]);
    expect(asked.map(({ body }) => JSON.parse(body))).toEqual([{ text: "A calm word about the tide table" }]);
    const [, seconds = "", hash] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(asked[0]?.signature ?? "") ?? [];
    expect(hash).toBe(createHmac("sha256", secret).update(`${seconds}.${asked[0]?.body}`).digest("hex"));
    expect(Math.abs(Number(seconds) - Date.now() / 1000)).toBeLessThan(60);
  });

  it("marks, holds or calls spam, with its reason on the card", async () => {
    for (const [verdict, status] of [["flag", "published"], ["hold", "held"], ["spam", "spam"]] as const) {
      answer = () => ({ body: JSON.stringify({ verdict, because: "seen\n elsewhere\u202e" }) });
      const { commentId } = await send(`Another word, which is thought to be ${verdict}`);
      expect((await commentNow(commentId)).status).toBe(status);
      expect(await signalsOf(commentId)).toEqual([{ phase: "second_opinion", severity: verdict, evidence: "The service that is asked about comments: seen elsewhere" }]);
    }
  });

  it.each([
    ["too late", { body: '{"verdict":"spam"}', after: commentSettings.secondOpinion.milliseconds + 400 }],
    ["with another status", { status: 503, body: '{"verdict":"spam"}' }],
    ["by sending on", { status: 307, body: "" }],
    ["with what is no answer", { body: '{"verdict":"reject","because":"not its to say"}' }],
    ["with more than an answer", { body: '{"verdict":"spam","because":"x","status":"rejected"}' }],
    ["with far too much", { body: `{"verdict":"spam","because":"${"x".repeat(20_000)}"}` }],
  ])("answers %s: the comment goes its way with a mark", async (why, said) => {
    await secondOpinion("so that silences are not counted together");
    answer = () => said;
    const { commentId, state } = await send(`A word while the service answers ${why}`);
    expect(state).toBe("published");
    expect(await signalsOf(commentId)).toEqual([{ phase: "second_opinion", severity: "flag", evidence: "The service that is asked about comments did not answer in time" }]);
    answer = () => ({ body: '{"verdict":"publish"}' });
    await secondOpinion("so that silences are not counted together");
  });

  it("is asked about a changed text, and about nothing that staff say or that cannot be said", async () => {
    const { commentId } = await send("A word that is changed in a moment");
    answer = () => ({ body: '{"verdict":"hold","because":"changed for the worse"}' });
    const edited = await receiveEdit({ of: { commentId }, revisionId: (await commentNow(commentId)).currentRevisionId, text: "A word that was changed" }, reader, newId());
    expect(expectOk(edited).state).toBe("waiting");
    asked = [];
    await send("What an editor says", editor);
    await receiveComment(form(" "), reader, newId());
    expect(asked).toEqual([]);
  });

  it("is asked once about one form, however often that arrives", async () => {
    const twice = form("One word, sent again and again");
    const first = expectOk(await receiveComment(twice, reader, "n"));
    answer = () => ({ body: '{"verdict":"spam"}' });
    expect(expectOk(await receiveComment(twice, reader, "n"))).toEqual(first);
    expect(asked).toHaveLength(1);
  });

  it("is left alone for a while after several silences, so that nobody waits for what is down", async () => {
    answer = () => ({ status: 500, body: "" });
    for (let time = 0; time < commentSettings.secondOpinion.silencesBeforeRest; time++) await secondOpinion("down");
    asked = [];
    expect(await secondOpinion("still down?")).toEqual({ verdict: "silent" });
    expect(asked).toEqual([]);
  });
});

it("where none is named nobody is asked", async () => {
  provide("env", testEnv);
  expect(await secondOpinion("anything")).toBeNull();
});
