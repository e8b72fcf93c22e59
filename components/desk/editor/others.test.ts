import { expect, it } from "vitest";
import { othersIn } from "@/components/desk/editor/others";

it("counts people, not tabs, and never oneself", () => {
  const tab = (id: string, client: number) => ({ id, name: id, hand: 1, client, field: null });
  expect(othersIn([tab("orla", 1), tab("ines", 2), tab("ines", 3), tab("orla", 4)], "orla").map((one) => one.id)).toEqual(["ines"]);
});
