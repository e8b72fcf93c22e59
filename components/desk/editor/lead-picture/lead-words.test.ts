import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { dropLead, takeLead } from "@/components/desk/editor/lead-picture/lead-words";

const ferry = { id: "0190b5a0-0000-7000-8000-00000000000a", alt: "A ferry", caption: "The 23:40.", credit: "Ines Marlowe" };
const light = { id: "0190b5a0-0000-7000-8000-00000000000b", alt: "", caption: "Corran Point.", credit: "Halyard Graphics" };

function story(typed: Partial<Record<"alt" | "caption" | "credit", string>> = {}) {
  const doc = new Y.Doc();
  for (const [name, text] of Object.entries(typed)) doc.getText(`lead.${name}`).insert(0, text);
  const said = () => [doc.getMap("lead").get("assetId") ?? null, ...["alt", "caption", "credit"].map((name) => doc.getText(`lead.${name}`).toString())];
  return { doc, said };
}

describe("a lead picture", () => {
  it("brings its own words where there are none, and overwrites nothing that was typed", () => {
    const { doc, said } = story({ caption: "Typed.", credit: " " });
    takeLead(doc, ferry, null);
    expect(said()).toEqual([ferry.id, "A ferry", "Typed.", "Ines Marlowe"]);
  });

  it("is replaced with what was typed kept, and what came with the old one gone", () => {
    const { doc, said } = story();
    takeLead(doc, ferry, null);
    doc.getText("lead.alt").insert(0, "At night: ");
    doc.getMap("lead").set("focal", { x: 0.2, y: 0.5 });
    doc.getMap("lead").set("crop", { x: 0, y: 0, width: 0.5, height: 1 });
    takeLead(doc, light, ferry);
    expect(said()).toEqual([light.id, "At night: A ferry", "Corran Point.", "Halyard Graphics"]);
    expect([...doc.getMap("lead").keys()]).toEqual(["assetId"]);
    takeLead(doc, ferry, null);
    expect(said()[2]).toBe("Corran Point.");
  });

  it("is taken off with its own words; typed ones wait", () => {
    const { doc, said } = story({ alt: "Typed." });
    takeLead(doc, ferry, null);
    dropLead(doc, ferry);
    expect(said()).toEqual([null, "Typed.", "", ""]);
  });
});
