import { expect, it } from "vitest";
import * as Y from "yjs";
import { emptyStory, type Byline } from "@/lib/content/document";
import { addOnce, bylineMeaning, distinct, moveBefore, tagMeaning, takeOut } from "@/lib/content/shared-lists";
import { mergeIntoWorkingCopy, readWorkingCopy, seedWorkingCopy } from "@/lib/content/working-copy";

/** Two browsers with the same story; `meet` exchanges what each has done meanwhile. */
function twoBrowsers(content = emptyStory()) {
  const [orla, wim] = [new Y.Doc(), new Y.Doc()];
  seedWorkingCopy(orla, content);
  const meet = () => {
    Y.applyUpdate(wim, Y.encodeStateAsUpdate(orla));
    Y.applyUpdate(orla, Y.encodeStateAsUpdate(wim));
  };
  meet();
  return { orla, wim, meet };
}

const byline = (name: string): Byline => ({ role: "by", personId: null, name });
const [ana, bea, cem] = [byline("Ana"), byline("Bea"), byline("Cem")];

it("two people add the same tag at once and the story has it once", () => {
  const { orla, wim, meet } = twoBrowsers();
  addOnce(orla.getArray("tags"), "Ferry", tagMeaning);
  addOnce(wim.getArray("tags"), "ferry ", tagMeaning);
  meet();
  expect(distinct(orla.getArray("tags").toArray(), tagMeaning)).toHaveLength(1);
  expect(readWorkingCopy(orla)?.tags).toHaveLength(1);
  expect(readWorkingCopy(orla)?.tags).toEqual(readWorkingCopy(wim)?.tags);
  takeOut(orla.getArray("tags"), "FERRY", tagMeaning);
  meet();
  expect(readWorkingCopy(wim)?.tags).toEqual([]);
});

it("the last free tag, added by two at once, leaves the story whole", () => {
  const { orla, wim, meet } = twoBrowsers({ ...emptyStory(), tags: Array.from({ length: 19 }, (_, number) => `tag ${number}`) });
  addOnce(orla.getArray("tags"), "Ferry", tagMeaning);
  addOnce(wim.getArray("tags"), "Ferry", tagMeaning);
  meet();
  expect(readWorkingCopy(orla)?.tags).toHaveLength(20);
});

it("two people move one byline at once and nobody signs twice", () => {
  const { orla, wim, meet } = twoBrowsers({ ...emptyStory(), bylines: [ana, bea, cem] });
  moveBefore(orla.getArray<Byline>("bylines"), cem, ana, bylineMeaning);
  moveBefore(wim.getArray<Byline>("bylines"), cem, bea, bylineMeaning);
  meet();
  const names = readWorkingCopy(orla)?.bylines.map(({ name }) => name);
  expect(names?.toSorted()).toEqual(["Ana", "Bea", "Cem"]);
  expect(readWorkingCopy(wim)?.bylines.map(({ name }) => name)).toEqual(names);
  moveBefore(wim.getArray<Byline>("bylines"), cem, null, bylineMeaning);
  meet();
  expect(readWorkingCopy(orla)?.bylines.at(-1)?.name).toBe("Cem");
  expect(wim.getArray("bylines").length).toBe(3);
});

it("keeps one person in two roles, and guests apart", () => {
  expect(distinct([ana, { ...ana, role: "photographs" }, bea], bylineMeaning)).toHaveLength(3);
});

it("brings an earlier version back although the list holds an entry twice", () => {
  const { orla } = twoBrowsers({ ...emptyStory(), tags: ["ferry"] });
  orla.getArray("tags").push(["Ferry"]);
  mergeIntoWorkingCopy(orla, { ...emptyStory(), tags: ["harbour", "ferry"] }, "restore");
  expect(readWorkingCopy(orla)?.tags).toEqual(["harbour", "ferry"]);
});
