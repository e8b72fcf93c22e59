import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMadeCrops, type Made } from "@/components/desk/editor/crop/made-crops";

const has = (...crops: string[]) => ({ value: { crops } });
const offline = { failure: { code: "unavailable" as const, reason: "offline", message: "The server cannot be reached." } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function following(...answers: (ReturnType<typeof has> | typeof offline)[]) {
  const heard: Made[] = [];
  const count = { asked: 0, drawn: 0 };
  const ask = async () => {
    count.asked += 1;
    return answers.shift() ?? has();
  };
  const crops = createMadeCrops({ ask, shortest: 1000 });
  crops.onMade(() => void count.drawn++);
  return { crops, heard, count, stop: crops.watch("p", "c", (made) => void heard.push(made)) };
}

describe("a crop is followed", () => {
  it("until it is made, and whoever shows it hears of it once", async () => {
    const { heard, count } = following(has("other"), offline, has("other", "c"));
    await vi.advanceTimersByTimeAsync(120_000);
    expect([heard, count]).toEqual([[false, true], { asked: 3, drawn: 1 }]);
  });

  it("no further where it was there already, and a second one hears so at once", async () => {
    const { crops, heard, count } = following(has("c"));
    await vi.advanceTimersByTimeAsync(120_000);
    crops.watch("p", "c", (made) => void heard.push(made));
    expect([heard, count]).toEqual([[true, true], { asked: 1, drawn: 0 }]);
  });

  it("for a while after nobody looks any more, and then not", async () => {
    const { count, stop } = following();
    stop();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(count.asked).toBe(20);
  });
});
