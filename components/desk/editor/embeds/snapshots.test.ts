import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSnapshots, type Standing, standingInWords } from "@/components/desk/editor/embeds/snapshots";
import type { EmbedState } from "@/db/schema/embeds";

const of = (state: EmbedState, failure: string | null = null) => ({ value: { id: "e", provider: "youtube" as const, url: "https://www.youtube.com/watch?v=abcdefghijk", state, failure, title: "", author: "", words: "", picture: null } });
const offline = { failure: { code: "unavailable" as const, reason: "offline", message: "The server cannot be reached." } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function following(...answers: (ReturnType<typeof of> | typeof offline)[]) {
  const asked: string[] = [];
  const retried: string[] = [];
  const heard: (string | null)[] = [];
  const ask = async (id: string) => {
    asked.push(id);
    return answers.shift() ?? of("ready");
  };
  const retry = async (id: string) => {
    retried.push(id);
    return of("waiting");
  };
  const snapshots = createSnapshots({ ask, retry, shortest: 1000 });
  const stop = snapshots.watch("e", ({ snapshot, problem }: Standing) => heard.push(problem ?? snapshot?.state ?? null));
  return { snapshots, asked, retried, heard, stop };
}

describe("an embed's snapshot is followed", () => {
  it("until it is there, more and more seldom", async () => {
    const { asked, heard } = following(of("waiting"), of("waiting"), of("ready"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1499);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual(["waiting", "waiting", "ready"]);
  });

  it("again after a failure, when somebody wants to", async () => {
    const { snapshots, retried, heard } = following(of("failed", "YouTube did not answer."), of("waiting"), of("ready"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual(["failed"]);
    await snapshots.again("e");
    await vi.advanceTimersByTimeAsync(60_000);
    expect([retried, heard]).toEqual([["e"], ["failed", "waiting", "ready"]]);
  });

  it("through a lost connection, and not after nobody looks any more", async () => {
    const { asked, heard, stop } = following(offline, of("waiting"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(heard).toEqual(["The server cannot be reached.", "waiting"]);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(2);
  });
});

it.each([
  [of("ready"), ""],
  [of("waiting"), "Asking YouTube what it shows…"],
  [of("waiting", "YouTube did not answer."), "YouTube did not answer. It is asked again by itself. Nothing is lost: readers get the description and a link."],
  [of("failed", "There is nothing at this address any more, or it is not public."), "There is nothing at this address any more, or it is not public. Nothing is lost: readers get the description and a link."],
])("is told in a sentence", ({ value }, sentence) => {
  expect(standingInWords({ snapshot: value, problem: null }, "YouTube")).toBe(sentence);
});
