import { describe, expect, it } from "vitest";
import type { RevisionLine } from "@/lib/articles/desk-views";
import { contributorsOf, stepsOf, versionsOffered } from "@/lib/comparison/timeline";

const line = (seq: number, kind: RevisionLine["kind"], more: Partial<RevisionLine> = {}): RevisionLine => ({ id: `v${seq}`, seq, kind, label: null, name: null, timesNamed: 0, reason: null, by: "Ines", contributors: [], at: `2026-11-2${Math.min(9, Math.floor(seq / 10))}T09:00:00Z`, words: 1, live: false, scheduled: false, ...more });
const folded = (...lines: RevisionLine[]) => stepsOf(lines, (one) => one.at.slice(0, 10)).map((step) => [step.line.seq, step.folded.map(({ seq }) => seq), step.before?.seq ?? null]);

describe("the timeline of a story", () => {
  it("folds autosaves into the version they led to", () => {
    expect(folded(line(5, "publish"), line(4, "auto"), line(3, "auto"), line(2, "hand_in"), line(1, "auto"))).toEqual([[5, [4, 3], 2], [2, [1], null]]);
  });

  it("shows the newest autosave where nothing was kept by anybody since, and one for each day", () => {
    expect(folded(line(21, "auto"), line(20, "auto"), line(12, "auto"), line(11, "auto"), line(10, "named"))).toEqual([[21, [20], 12], [12, [11], 10], [10, [], null]]);
  });

  it("never folds a version that has a name, is live or goes out", () => {
    expect(folded(line(5, "publish"), line(4, "auto", { name: "Before the lawyers" }), line(3, "auto", { live: true }), line(2, "auto", { scheduled: true }))).toEqual([[5, [], 4], [4, [], 3], [3, [], 2], [2, [], null]]);
  });

  it("offers what somebody kept and the newest autosaves to choose from, the chosen ones in any case, and never thousands", () => {
    const lines = Array.from({ length: 1000 }, (_, at) => line(1000 - at, at % 2 ? "named" : "auto"));
    const offered = versionsOffered(lines, [lines[998] ?? null, null]);
    expect(offered.length).toBeLessThanOrEqual(201);
    expect([offered[0]?.seq, offered[2]?.seq, offered.at(-1)?.seq]).toEqual([1000, 998, 2]);
    expect(versionsOffered(lines, []).some(({ seq }) => seq === 2)).toBe(false);
  });

  it("names everybody who wrote on the way to a version, else who kept it", () => {
    const [step, first] = stepsOf([line(4, "publish", { contributors: ["Ben"] }), line(3, "auto", { contributors: ["Ana", "Ben"] }), line(2, "publish", { by: "Orla" })], () => "");
    expect([step && contributorsOf(step), first && contributorsOf(first)]).toEqual([["Ana", "Ben"], ["Orla"]]);
  });
});
