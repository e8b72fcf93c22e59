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
  cutOffWhereGone(socket as unknown as WebSocket, () => 0);
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

it("takes nobody for present who went without a word more than fifteen seconds ago", () => {
  const told: string[] = [];
  const socket = Object.assign(new EventEmitter(), { OPEN: 1, readyState: 1, ping: () => {}, terminate: () => told.push("cut off") });
  cutOffWhereGone(socket as unknown as WebSocket, () => 0);
  vi.advanceTimersByTime(heartbeatEvery);
  socket.emit("pong");
  vi.advanceTimersByTime(15_000);
  expect(told).toEqual(["cut off"]);
});

it("leaves a slow line alone on which something long is coming, whatever is not answered yet, and cuts it off when that stops", () => {
  const told: string[] = [];
  const socket = Object.assign(new EventEmitter(), { OPEN: 1, readyState: 1, ping: () => {}, terminate: () => told.push("cut off") });
  let bytes = 0;
  cutOffWhereGone(socket as unknown as WebSocket, () => bytes);
  for (let seconds = 0; seconds < 60; seconds++) {
    bytes += 5000;
    vi.advanceTimersByTime(1000);
  }
  expect(told).toEqual([]);
  vi.advanceTimersByTime(15_000);
  expect(told).toContain("cut off");
});
