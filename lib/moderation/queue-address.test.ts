import { expect, it } from "vitest";
import { addressOfQueue, askedQueue } from "@/lib/moderation/queue-address";

const cluster = "0190b5a1-0001-7000-8000-000000000001";

it("reads from an address what it wrote into it", () => {
  const filters = { text: "ferry & tram", name: "Hanne", by: cluster, story: "The last boat", section: "town", reason: "off_topic", cluster, links: true, trust: 2, from: "2026-11-01", to: "2026-11-26" } as const;
  const asked = { queue: "spam", filters, after: "1.2.3", at: cluster } as const;
  const address = addressOfQueue(asked);
  expect(askedQueue(Object.fromEntries(new URL(address, "http://desk.example").searchParams))).toEqual(asked);
  expect(addressOfQueue({ queue: "held" })).toBe("/desk/comments");
});

it("asks for nothing that it cannot read, and searches everywhere where no queue was chosen", () => {
  expect(askedQueue({ queue: "none", by: "x", reason: "envy", trust: "9", from: "soon", text: " ", links: "yes", after: ["a", "b"] })).toEqual({ queue: "held", filters: {} });
  expect(askedQueue({ text: "ferry" })).toEqual({ queue: "all", filters: { text: "ferry" } });
  expect(askedQueue({ text: "ferry", queue: "held" }).queue).toBe("held");
});
