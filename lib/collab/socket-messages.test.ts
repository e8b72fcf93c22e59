import { MessageType } from "@hocuspocus/server";
import { expect, it } from "vitest";
import { socketMessageOf, socketMessages } from "@/lib/collab/socket-messages";

const story = "article:0190b5a0-0000-7000-8000-000000000001";
const frame = (kind: number[], name = story) => Uint8Array.from([Buffer.byteLength(name), ...Buffer.from(name), ...kind, 1, 2, 3]);

it("the messages of the editor are known by name, whatever story they are about", () => {
  for (const [name, number] of Object.entries(socketMessages)) expect(socketMessageOf(frame([number]))).toBe(name);
  const long = "a".repeat(300);
  expect(socketMessageOf(Uint8Array.from([0xac, 0x02, ...Buffer.from(long), 0]))).toBe("sync");
});

it("the numbers are those of Hocuspocus", () => {
  expect(socketMessages).toEqual({ sync: MessageType.Sync, awareness: MessageType.Awareness, auth: MessageType.Auth, "query-awareness": MessageType.QueryAwareness, close: MessageType.CLOSE });
});

it.each([
  ["a stateless message", frame([MessageType.Stateless])],
  ["a broadcast that only servers send", frame([MessageType.BroadcastStateless])],
  ["a server's own reply", frame([MessageType.SyncReply])],
  ["a number that nobody has given a meaning", frame([42])],
  ["a large number", frame([0xff, 0xff, 0x7f])],
  ["a number without an end", frame([0xff, 0xff, 0xff, 0xff, 0xff, 0xff])],
  ["a name and nothing after it", Uint8Array.from([3, 97, 98, 99])],
  ["a name longer than the frame", Uint8Array.from([0xff, 0x7f, 97])],
  ["nothing", new Uint8Array()],
  ["the wrong bytes", Uint8Array.from([10])],
])("%s is none that we take", (_, bytes) => {
  expect(socketMessageOf(bytes)).toBeNull();
});
