import { afterEach, expect, it, vi } from "vitest";
import { keepChoices, keptChoice } from "@/components/desk/editor/preview/kept-choice";

afterEach(() => vi.unstubAllGlobals());

function storage(): void {
  const held = new Map<string, string>();
  vi.stubGlobal("localStorage", { getItem: (name: string) => held.get(name) ?? null, setItem: (name: string, value: string) => held.set(name, value) });
}

it("gives back what was chosen, and nothing where nobody chose", () => {
  storage();
  expect(keptChoice(["phone", "tablet", "desktop"])).toBeNull();
  keepChoices("tablet", "dark");
  expect([keptChoice(["phone", "tablet", "desktop"]), keptChoice(["light", "dark"])]).toEqual(["tablet", "dark"]);
  expect(keptChoice(["phone", "desktop"])).toBeNull();
});

it("does without where storage is closed", () => {
  const closed = () => {
    throw new Error("Closed.");
  };
  vi.stubGlobal("localStorage", { getItem: closed, setItem: closed });
  keepChoices("phone");
  expect(keptChoice(["phone"])).toBeNull();
});
