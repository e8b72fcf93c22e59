import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

let complaints: MockInstance;

// A test that makes the program complain on the console has found something, even where its assertions hold.
beforeEach(() => {
  complaints = vi.spyOn(console, "error");
});

afterEach(() => {
  const said = complaints.mock.calls.map((call) => call.map(String).join(" "));
  complaints.mockRestore();
  expect(said, "console.error was called").toEqual([]);
});
