import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { StoryConnection } from "@/components/desk/editor/connection";

let viewer: { id: string; name: string } | null;
let opened: number;

/** A socket that never opens. */
class ClosedSocket extends EventTarget {
  readyState = 0;
  constructor() {
    super();
    opened += 1;
  }
  send(): void {}
  close(): void {}
}

beforeEach(() => {
  vi.useFakeTimers();
  [viewer, opened] = [null, 0];
  for (const [name, value] of Object.entries({ location: new URL("http://paper.example/desk"), WebSocket: ClosedSocket, addEventListener: vi.fn(), removeEventListener: vi.fn(), fetch: async () => Response.json({ value: viewer }) })) vi.stubGlobal(name, value);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("a tab that was signed out takes the line up again for its own person alone, and says where somebody else is signed in", async () => {
  const connection = new StoryConnection("0190a000-0000-7000-8000-000000000001", 1, null, "ines");
  connection.provider.permissionDeniedHandler("signed_out");
  const before = opened;
  await vi.advanceTimersByTimeAsync(4100);
  expect(connection.snapshot().save).toEqual({ kind: "signed_out", other: false });
  viewer = { id: "bea", name: "Bea" };
  await vi.advanceTimersByTimeAsync(4100);
  expect(connection.snapshot().save).toEqual({ kind: "signed_out", other: true });
  expect(opened).toBe(before);
  viewer = { id: "ines", name: "Ines" };
  await vi.advanceTimersByTimeAsync(2100);
  expect(connection.snapshot().save).toEqual({ kind: "offline" });
  expect(opened).toBeGreaterThan(before);
  connection.close();
});
