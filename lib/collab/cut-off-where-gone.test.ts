import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { WebSocket } from "ws";
import { cutOffWhereGone } from "@/lib/collab/cut-off-where-gone";
import { heartbeatEvery, mostUnanswered } from "@/lib/collab/limits";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("cuts off a browser that leaves too many questions unanswered, and none that answers", () => {
  const told: string[] = [];
  const socket = Object.assign(new EventEmitter(), { OPEN: 1, readyState: 1, ping: () => told.push("there?"), terminate: () => told.push("cut off") });
  cutOffWhereGone(socket as unknown as WebSocket);
  vi.advanceTimersByTime(heartbeatEvery * mostUnanswered);
  expect(told).toEqual(Array.from({ length: mostUnanswered }, () => "there?"));
  socket.emit("pong");
  vi.advanceTimersByTime(heartbeatEvery * mostUnanswered);
  expect(told).not.toContain("cut off");
  vi.advanceTimersByTime(heartbeatEvery);
  expect(told.at(-1)).toBe("cut off");
  const before = told.length;
  socket.emit("close");
  vi.advanceTimersByTime(heartbeatEvery * 3);
  expect(told).toHaveLength(before);
});
