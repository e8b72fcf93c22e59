import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { followCommits } from "@/components/desk/editor/preview/follow";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function followed() {
  let commit: () => void = () => undefined;
  const look = vi.fn();
  const stop = followCommits((listener) => {
    commit = listener;
    return () => {
      commit = () => undefined;
    };
  }, look);
  return { commit: () => commit(), look, stop };
}

it("looks once after a burst of keys has come to rest", () => {
  const { commit, look } = followed();
  for (let key = 0; key < 5; key++) {
    commit();
    vi.advanceTimersByTime(50);
  }
  expect(look).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(look).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5000);
  expect(look).toHaveBeenCalledTimes(1);
});

it("follows within a second while somebody types without a pause", () => {
  const { commit, look } = followed();
  for (let at = 0; at < 3000; at += 60) {
    commit();
    vi.advanceTimersByTime(60);
  }
  expect(look.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(look.mock.calls.length).toBeLessThanOrEqual(5);
});

it("looks no more after it was stopped", () => {
  const { commit, look, stop } = followed();
  commit();
  stop();
  commit();
  vi.advanceTimersByTime(5000);
  expect(look).not.toHaveBeenCalled();
});
