import type { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";
import type { DrawnStatus } from "@/lib/web/reader-request";

/**
 * Lets a page that Next answers by itself have the status that the page said while it was drawn (`answerWith`): nothing waits for a part of
 * the desk, so all of it is drawn before its head goes out. What Next decided by itself, a redirect or a failure, stays.
 */
export function withTrueStatus(answers: AsyncLocalStorage<DrawnStatus>, response: ServerResponse, answer: () => Promise<void>): Promise<void> {
  const own: DrawnStatus = { status: 200 };
  const writeHead = response.writeHead.bind(response) as (status: number, ...more: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...more: unknown[]) => writeHead(status === 200 ? own.status : status, ...more)) as ServerResponse["writeHead"];
  return answers.run(own, answer);
}
