import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { WebSocket } from "ws";
import { lineRhythm } from "@/lib/articles/story-provider";
import { askWhetherThere } from "@/lib/collab/heartbeat";
import { askEvery, mostUnanswered } from "@/lib/collab/limits";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A socket as the server sees it, which notes what it is told. */
function someSocket() {
  const told: unknown[] = [];
  const socket = Object.assign(new EventEmitter(), { OPEN: 1, readyState: 1, send: (bytes: Uint8Array) => told.push([...bytes]), terminate: () => told.push("cut off") });
  return { told, socket: socket as unknown as WebSocket };
}

it("asks a browser whether it is there, and cuts off one that leaves too many questions unanswered", () => {
  const { told, socket } = someSocket();
  const heard = askWhetherThere(socket);
  vi.advanceTimersByTime(askEvery * mostUnanswered);
  expect(told).toEqual(Array.from({ length: mostUnanswered }, () => [9]));
  heard();
  vi.advanceTimersByTime(askEvery * mostUnanswered);
  expect(told).not.toContain("cut off");
  vi.advanceTimersByTime(askEvery);
  expect(told.at(-1)).toBe("cut off");
  const before = told.length;
  (socket as unknown as EventEmitter).emit("close");
  vi.advanceTimersByTime(askEvery * 3);
  expect(told).toHaveLength(before);
});

it("a browser gives a line that went dead up within 15 seconds, and none on which a question or two came late", () => {
  const looks = lineRhythm.messageReconnectTimeout / 10;
  expect(lineRhythm.messageReconnectTimeout + 3 * looks).toBeLessThanOrEqual(15_000);
  expect(lineRhythm.messageReconnectTimeout).toBeGreaterThanOrEqual(3 * askEvery);
});
