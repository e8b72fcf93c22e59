import { MessageType } from "@hocuspocus/provider";
import * as encoding from "lib0/encoding";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { messageYjsSyncStep1, messageYjsUpdate } from "y-protocols/sync";
import { waitWhileComposing, type WaitingLine } from "@/components/desk/editor/following/wait-while-composing";

function message(type: MessageType, kind: number): MessageEvent {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, "article:a");
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint(encoder, kind);
  return { data: encoding.toUint8Array(encoder).slice().buffer } as MessageEvent;
}

const change = () => message(MessageType.Sync, messageYjsUpdate);
const committed = message(MessageType.SyncStatus, 1);

/** A text that somebody composes in, and a line that notes what comes through. */
function writing(isTelephone = false, composes = false) {
  const came: MessageEvent[] = [];
  const text = Object.assign(new EventTarget(), { blur: vi.fn(), focus: vi.fn() });
  const line: WaitingLine & { receive(event: MessageEvent): void } = { keeps: null, onMessage: (event) => void came.push(event), receive: (event) => (line.keeps?.(event) ? undefined : line.onMessage(event)) };
  const stop = waitWhileComposing(text as unknown as HTMLElement, line, composes, isTelephone);
  return { came, text, line, stop, hears: (name: string) => text.dispatchEvent(new Event(name)) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("keeps what colleagues write until the word is whole, in the order in which it came, and lets all else through", async () => {
  const { came, line, hears } = writing();
  const [first, second, third, asked] = [change(), change(), change(), message(MessageType.Sync, messageYjsSyncStep1)];
  line.receive(first);
  expect(came).toEqual([first]);
  hears("compositionstart");
  line.receive(second);
  line.receive(committed);
  hears("compositionupdate");
  line.receive(third);
  line.receive(asked);
  expect(came).toEqual([first, committed, asked]);
  hears("compositionend");
  expect(came).toHaveLength(3);
  await Promise.resolve();
  await Promise.resolve();
  expect(came).toEqual([first, committed, asked, second, third]);
  const fourth = change();
  line.receive(fourth);
  expect(came.at(-1)).toBe(fourth);
});

it("waits no longer for a word in which nothing is written any more, and only where something waits for it", () => {
  const { came, text, line, hears } = writing();
  hears("compositionstart");
  vi.advanceTimersByTime(14_000);
  hears("compositionupdate");
  vi.advanceTimersByTime(16_000);
  expect(text.blur).not.toHaveBeenCalled();
  line.receive(change());
  vi.advanceTimersByTime(13_000);
  expect(came).toHaveLength(0);
  vi.advanceTimersByTime(2000);
  expect([came.length, text.blur.mock.calls.length, text.focus.mock.calls.length]).toEqual([1, 1, 1]);
});

it("leaves a telephone its keyboard", () => {
  const { came, text, line, hears } = writing(true);
  hears("compositionupdate");
  line.receive(change());
  vi.advanceTimersByTime(5000);
  expect([came.length, text.blur.mock.calls.length]).toEqual([1, 0]);
});

it("begins within a word, and leaves nothing behind where it ends", () => {
  const { came, line, stop } = writing(false, true);
  line.receive(change());
  expect(came).toHaveLength(0);
  stop();
  expect([came.length, line.keeps]).toEqual([1, null]);
});
