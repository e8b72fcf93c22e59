import { createHmac } from "node:crypto";
import { Agent, request } from "undici";
import { bodyWithin } from "@/lib/core/limited-body";
import { log } from "@/lib/kernel/log";

/** A service that whoever runs the newsroom names in the environment, with the secret that both know. */
export type NamedService = { url: string; secret: string };

/**
 * Asks a named service: POST of JSON, with the header `Standfirst-Signature: t=<seconds>,v1=<HMAC-SHA-256 of "t.body", hexadecimal>`, so that it
 * knows who asks and when. Returns its JSON; null where there was no answer with status 200 within so many milliseconds, or one of more
 * bytes. Unlike what `safeFetch` visits it may stand in the operator's own network: nobody who uses the newsroom can name it. No redirect
 * is followed, and no cookie kept.
 */
export async function askNamedService({ url, secret }: NamedService, question: object, { milliseconds, bytes }: { milliseconds: number; bytes: number }): Promise<unknown> {
  const body = JSON.stringify(question);
  const seconds = Math.floor(Date.now() / 1000);
  const signature = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  const signal = AbortSignal.timeout(milliseconds);
  try {
    const headers = { "content-type": "application/json; charset=utf-8", accept: "application/json", "user-agent": "Standfirst", "standfirst-signature": `t=${seconds},v1=${signature}` };
    const answer = await request(url, { method: "POST", body, headers, signal, dispatcher: connections });
    answer.body.on("error", () => undefined);
    if (answer.statusCode !== 200) {
      answer.body.destroy();
      throw new Error(`status ${answer.statusCode}`);
    }
    return JSON.parse((await bodyWithin(bytes, answer.body, "", signal)).toString("utf8"));
  } catch (error) {
    log().warn({ why: String(error).slice(0, 300), service: new URL(url).origin }, "a named service did not answer");
    return null;
  }
}

/** Kept open between questions, a few at a time. */
const connections = new Agent({ connections: 16, connect: { timeout: 2000 } });
