import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { waitWhileComposing, type WaitingLine } from "@/components/desk/editor/following/wait-while-composing";

const change = () => ({ data: new ArrayBuffer(1) }) as MessageEvent;
const letter = (sign: string) => new TextEncoder().encode(sign);

/** A text that somebody composes in, and a line that notes what comes in and goes out. */
function writing(isTelephone = false, composes = false) {
  const passed: unknown[] = [];
  const text = Object.assign(new EventTarget(), { blur: vi.fn(), focus: vi.fn() });
  const line: WaitingLine = { holds: null, onMessage: (event) => (line.holds ? line.holds.others(event) : void passed.push(event)), documentUpdateHandler: (update) => (line.holds ? line.holds.own(update) : void passed.push(update)) };
  const told: boolean[] = [];
  const stop = waitWhileComposing(text as unknown as HTMLElement, line, { composes, tell: (waits) => void told.push(waits), isTelephone });
  return { passed, text, line, told, stop, hears: (name: string) => text.dispatchEvent(new Event(name)) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("keeps what is composed and what colleagues write until the word is whole, then gives each its own, in the order of their writing", async () => {
  const { passed, line, told, hears } = writing();
  const [first, second, third] = [change(), change(), change()];
  const [half, whole] = [letter("に"), letter("日")];
  line.onMessage(first);
  hears("compositionstart");
  line.onMessage(second);
  expect(line.holds?.held()).toBe(false);
  line.documentUpdateHandler(half, null);
  expect(line.holds?.held()).toBe(true);
  hears("compositionupdate");
  line.onMessage(third);
  line.documentUpdateHandler(whole, null);
  expect([passed, told]).toEqual([[first], [true, true]]);
  hears("compositionend");
  expect(passed).toHaveLength(1);
  await Promise.resolve();
  await Promise.resolve();
  expect([passed, told]).toEqual([[first, half, whole, second, third], [true, true, false]]);
  line.onMessage(first);
  expect(passed).toHaveLength(6);
});

it("waits no longer for a word in which nothing is written any more, and only where something waits for it", () => {
  const { passed, text, line, hears } = writing();
  hears("compositionstart");
  vi.advanceTimersByTime(14_000);
  hears("compositionupdate");
  vi.advanceTimersByTime(16_000);
  expect(text.blur).not.toHaveBeenCalled();
  line.onMessage(change());
  vi.advanceTimersByTime(13_000);
  expect(passed).toHaveLength(0);
  vi.advanceTimersByTime(2000);
  expect([passed.length, text.blur.mock.calls.length, text.focus.mock.calls.length]).toEqual([1, 1, 1]);
});

it("sends what was composed after a rest, and ends no word that nobody waits for", () => {
  const { passed, text, line, told, hears } = writing();
  hears("compositionstart");
  line.documentUpdateHandler(letter("に"), null);
  vi.advanceTimersByTime(15_000);
  expect([passed.length, text.blur.mock.calls.length, told]).toEqual([1, 0, [true, false]]);
});

it("still keeps what colleagues write from a word of which the first letters were sent", async () => {
  const { passed, text, line, hears, stop } = writing();
  hears("compositionstart");
  line.documentUpdateHandler(letter("に"), null);
  vi.advanceTimersByTime(15_000);
  line.onMessage(change());
  expect(passed).toHaveLength(1);
  hears("compositionend");
  await Promise.resolve();
  await Promise.resolve();
  expect([passed.length, text.blur.mock.calls.length, line.holds]).toEqual([2, 0, null]);
  stop();
  vi.advanceTimersByTime(60_000);
  expect(line.holds).toBeNull();
});

it("leaves a telephone its keyboard", () => {
  const { passed, text, line, hears } = writing(true);
  hears("compositionupdate");
  line.onMessage(change());
  vi.advanceTimersByTime(5000);
  expect([passed.length, text.blur.mock.calls.length]).toEqual([1, 0]);
});

it("begins within a word, and leaves nothing behind where it ends", () => {
  const { passed, line, stop } = writing(false, true);
  line.onMessage(change());
  line.documentUpdateHandler(letter("に"), null);
  expect(passed).toHaveLength(0);
  stop();
  expect([passed.length, line.holds]).toEqual([2, null]);
});
