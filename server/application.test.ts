import { describe, expect, it } from "vitest";
import { hostCheck } from "@/server/application";

const on = (address: string, port = 3000) => hostCheck({ appUrl: new URL(address), port });

describe("the Host of a request", () => {
  it.each(["paper.example", "PAPER.example"])("may be the paper's own name: %s", (host) =>
    expect(on("https://paper.example")(host)).toBe(true),
  );
  it.each([undefined, "", "evil.example", "paper.example.evil.example", "paper.example:8080", "127.0.0.1:3000"])("may not be %s", (host) =>
    expect(on("https://paper.example")(host)).toBe(false),
  );
  it.each(["localhost:3000", "127.0.0.1:3000", "[::1]:3000"])("on a laptop may be %s", (host) =>
    expect(on("http://localhost:3000")(host)).toBe(true),
  );
  it.each(["localhost", "localhost:3001", "evil.example:3000", "127.0.0.2:3000"])("on a laptop may not be %s", (host) =>
    expect(on("http://localhost:3000")(host)).toBe(false),
  );
});
