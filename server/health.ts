import type { IncomingMessage, ServerResponse } from "node:http";
import { sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";

const readyWithinMs = 2_000;

/**
 * `/healthz`: this process answers, nothing more. `/readyz`: it can serve, so the database answers and events arrive. Asked by machines
 * under any Host. Returns whether the request was one of them.
 */
export function answerHealth(parts: { isListening(): boolean }): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    if (request.url === "/healthz") {
      answer(response, 200, "ok");
      return true;
    }
    if (request.url === "/readyz") {
      isReady(parts).then((ready) => answer(response, ready ? 200 : 503, ready ? "ready" : "not ready"));
      return true;
    }
    return false;
  };
}

async function isReady({ isListening }: { isListening(): boolean }): Promise<boolean> {
  if (!isListening()) return false;
  const asked = appDatabase()
    .execute(sql`select 1`)
    .then(
      () => true,
      () => false,
    );
  const waited = new Promise<boolean>((done) => setTimeout(() => done(false), readyWithinMs).unref());
  return Promise.race([asked, waited]);
}

function answer(response: ServerResponse, status: number, word: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${word}\n`);
}
