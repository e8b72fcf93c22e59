import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepSweeping } from "@/lib/core/sweep";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("a sweep that is stopped ends what it has in hand, and begins nothing more", async () => {
  const did: string[] = [];
  const due = ["one", "two", "three"];
  let goOn = () => {};
  const sweeping = keepSweeping(async (signal) => {
    for (const one of due) {
      if (signal.aborted) return;
      await new Promise<void>((done) => {
        goOn = done;
      });
      did.push(one);
    }
  }, "the sweep failed");
  await vi.advanceTimersByTimeAsync(2000);
  goOn();
  await vi.advanceTimersByTimeAsync(1);
  expect(did).toEqual(["one"]);
  let stopped = false;
  const stop = sweeping.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stopped, "two is in hand").toBe(false);
  goOn();
  await stop;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(did).toEqual(["one", "two"]);
});

it("a sweep is never done twice at once, and one that failed is done again", async () => {
  let atOnce = 0;
  let most = 0;
  let times = 0;
  const sweeping = keepSweeping(async () => {
    most = Math.max(most, ++atOnce);
    await new Promise((done) => setTimeout(done, 5000));
    atOnce -= 1;
    if (++times === 1) throw new Error("Once.");
  }, "the sweep failed");
  const said = vi.spyOn((await import("@/lib/kernel/log")).log(), "error").mockImplementation(() => undefined);
  await vi.advanceTimersByTimeAsync(20_000);
  expect([most, times >= 2, said.mock.calls.length]).toEqual([1, true, 1]);
  const stop = sweeping.stop();
  await vi.advanceTimersByTimeAsync(5000);
  await stop;
});
