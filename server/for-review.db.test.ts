import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { outsideReaders, outsideRemarks } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { expectOk } from "@/db/testing/results";
import { createArticle } from "@/lib/articles/commands/create-article";
import { limits } from "@/lib/core/limits";
import { addressHeader } from "@/lib/core/network";
import { newToken } from "@/lib/kernel/ids";
import { offerReview } from "@/lib/outside-reviews/commands/offer-review";
import type { ComposeRequest } from "@/lib/web/compose-request";
import { answerForReview, withoutKey } from "@/server/for-review";
import type { Page } from "@/server/page-cache";

useTestDatabase();

let token = "";
beforeAll(async () => {
  const actor = await somebody("editor");
  const articleId = expectOk(await createArticle.execute({ content: someContent((await someSection()).id, { headline: "Before it comes out" }) }, { actor })).id;
  token = expectOk(await offerReview.execute({ articleId, forWhom: "Dr Meyer", days: 7 }, { actor })).token;
});

type Answer = { status: number; headers: Record<string, string>; body: string };

/** What the server answers; the page is its address and why something was not done. */
async function ask(path: string, { method = "GET", form = {}, headers = {}, from = "203.0.113.1" }: { method?: string; form?: Record<string, string>; headers?: Record<string, string>; from?: string } = {}): Promise<Answer> {
  const request = Object.assign(Readable.from([Buffer.from(new URLSearchParams(form).toString())]), { method, url: path, headers: { [addressHeader]: from, ...headers } }) as unknown as IncomingMessage;
  const requests = new AsyncLocalStorage<ComposeRequest>();
  const page = (address: string): Page => ({ status: address.endsWith("/none") ? 404 : 200, location: null, type: "text/html", tags: [], styleHashes: [], body: Buffer.from(`${address} ${requests.getStore()?.failure?.reason ?? ""} ${requests.getStore()?.as ?? ""}`) });
  const answer: Answer = { status: 0, headers: {}, body: "" };
  const response = {
    setHeader: (name: string, value: string) => Object.assign(answer.headers, { [name]: value }),
    writeHead: (status: number, more: Record<string, string>) => Object.assign(answer, { status, headers: { ...answer.headers, ...more } }),
    end: (body?: Buffer) => Object.assign(answer, { body: String(body ?? "") }),
  } as unknown as ServerResponse;
  await answerForReview(request, response, path.split("?")[0] ?? "", requests, async (address) => page(address), true);
  return answer;
}

const closedMouthed = { "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow", "Cache-Control": "private, no-store" };

describe("the door of a link for somebody outside", () => {
  it("tells nobody its address: no referrer, no store, no index, and no log", async () => {
    expect(await ask(`/for-review/${token}`)).toMatchObject({ status: 200, headers: closedMouthed });
    expect(await ask(`/for-review/${token}/name?name=Ute`)).toMatchObject({ status: 200, headers: closedMouthed });
    expect(withoutKey(`/for-review/${token}/remarks?said=x`)).toBe("/for-review/…/remarks?said=x");
    expect(withoutKey("/town/for-review/x")).toBe("/town/for-review/x");
  });

  it("keeps in the browser who reads there, for that address alone, and takes what she says without an origin", async () => {
    const named = await ask(`/for-review/${token}/name`, { method: "POST", form: { name: "Ute Meyer" }, headers: { origin: "null", "sec-fetch-site": "same-origin" } });
    expect(named).toMatchObject({ status: 303, headers: { ...closedMouthed, Location: `/for-review/${token}`, "Set-Cookie": expect.stringMatching(new RegExp(`^for-review=[\\w-]{43}; Path=/for-review/${token}; HttpOnly; SameSite=Lax; Expires=.* GMT; Secure$`)) } });
    const cookie = named.headers["Set-Cookie"]?.split(";")[0] ?? "";
    const said = { method: "POST", form: { part: "story", said: "Well told.", once: "a" }, headers: { cookie } };
    for (let times = 0; times < 2; times++) expect(await ask(`/for-review/${token}/remarks`, said)).toMatchObject({ status: 303, headers: { Location: `/for-review/${token}?said=story#said` } });
    expect(await appDatabase().select().from(outsideRemarks), "pressed twice, said once").toHaveLength(1);
    expect(await ask(`/for-review/${token}/remarks`, { ...said, headers: {} })).toMatchObject({ status: 422 });
    expect(await ask(`/for-review/${token}/remarks`, { ...said, form: { part: "story" } })).toMatchObject({ status: 422, body: expect.stringContaining("nothing_said") });
    await ask(`/for-review/${token}`, { headers: { cookie } });
    // Where a remark leads back to is the same reading still.
    for (let times = 0; times < 3; times++) await ask(`/for-review/${token}?said=story`, { headers: { cookie } });
    expect(await appDatabase().select({ times: outsideReaders.times }).from(outsideReaders)).toEqual([{ times: 1 }]);
  });

  it("takes nothing that another site sends, and leads nowhere that the form names", async () => {
    const foreign = { method: "POST", form: { name: "Ute" }, headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" } };
    expect(await ask(`/for-review/${token}/name`, foreign)).toMatchObject({ status: 403, body: expect.stringContaining("foreign_origin") });
    const named = await ask(`/for-review/${token}/name`, { method: "POST", form: { name: "Ute" } });
    const odd = await ask(`/for-review/${token}/remarks`, { method: "POST", form: { part: "//elsewhere.example", said: "x" }, headers: { cookie: named.headers["Set-Cookie"]?.split(";")[0] ?? "" } });
    expect(odd).toMatchObject({ status: 404, body: expect.stringContaining("no_place") });
  });

  it("lets a network try a few links that lead nowhere and then looks none up for a while; others go on", async () => {
    const from = "198.51.100.7";
    for (let tries = 0; tries < limits.reviewTries.max; tries++) expect((await ask(`/for-review/${newToken()}`, { from })).status).toBe(404);
    for (const path of [`/for-review/${newToken()}`, `/for-review/${token}`]) expect(await ask(path, { from })).toMatchObject({ status: 429, headers: { "Retry-After": expect.any(String) }, body: expect.stringContaining("too_often") });
    expect((await ask(`/for-review/${token}/name`, { method: "POST", form: { name: "Ute" }, from }))).toMatchObject({ status: 429, body: expect.stringContaining("stopped") });
    expect((await ask(`/for-review/${token}`)).status).toBe(200);
  });

  it("does not count links that stand against anybody", async () => {
    const from = "198.51.100.8";
    const asked = await Promise.all(Array.from({ length: 15 }, () => ask(`/for-review/${token}`, { from })));
    for (let times = 0; times < limits.reviewTries.max; times++) asked.push(await ask(`/for-review/${token}`, { from }));
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]));
  });
});
