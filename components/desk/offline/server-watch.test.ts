import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pauseAfter, pauses, watchServer } from "@/components/desk/offline/server-watch";

let page: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("the server is asked for longer and longer apart, and never less than once a minute", () => {
  expect([0, 1, 2, 50].map(pauseAfter)).toEqual([pauses.first, 3200, 5120, pauses.longest]);
});

it("it is asked at once where the browser says that it is online, and nothing is asked once it is back", async () => {
  let isThere = false;
  const asks = vi.fn(async () => isThere);
  const back = vi.fn();
  watchServer(back, { asks });
  await vi.advanceTimersByTimeAsync(pauses.first + 3200);
  expect([asks.mock.calls.length, back.mock.calls.length]).toEqual([2, 0]);
  isThere = true;
  page.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);
  expect([asks.mock.calls.length, back.mock.calls.length]).toEqual([3, 1]);
  page.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(10 * pauses.longest);
  expect(asks).toHaveBeenCalledTimes(3);
});

it("where it answered and could not work, it is not asked at the pace of the beginning again", async () => {
  const asks = vi.fn(async () => false);
  watchServer(() => undefined, { asks, tries: 2 });
  await vi.advanceTimersByTimeAsync(5119);
  expect(asks).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(asks).toHaveBeenCalledOnce();
});

it("ended, it asks no more and calls nobody", async () => {
  const back = vi.fn();
  const asks = vi.fn(async () => true);
  watchServer(back, { asks }).end();
  await vi.advanceTimersByTimeAsync(10 * pauses.longest);
  expect([asks.mock.calls.length, back.mock.calls.length]).toEqual([0, 0]);
});
