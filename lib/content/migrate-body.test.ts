import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { prosemirrorJSONToYXmlFragment } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { parseBody, parseStoredBody, type StoredDocument } from "@/lib/content/body";
import { emptyStory } from "@/lib/content/document";
import { migrateBody } from "@/lib/content/migrate-body";
import { schemaVersion, storySchema } from "@/lib/content/schema";
import { bodyText } from "@/lib/content/to-text";
import { migrateWorkingCopy, readAsWritten, readWorkingCopy } from "@/lib/content/working-copy";

/* Bodies of earlier formats, which are never changed: each is one that the present program takes, and says what it said. */

const folder = join(import.meta.dirname, "frozen");
const frozen = readdirSync(folder).filter((file) => file.endsWith(".json"));
const bodyIn = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8")) as StoredDocument;
const loud = "format-2-loud-headings.json";

/** A document as a browser of that format left it, which knew no better. */
function documentOf(body: StoredDocument): Y.Doc {
  const doc = new Y.Doc();
  prosemirrorJSONToYXmlFragment(storySchema(), body, doc.getXmlFragment("body"));
  return doc;
}

it("has one of every format before the present one that took something away", () => {
  expect(frozen.some((file) => file.startsWith("format-2-"))).toBe(true);
  expect(schemaVersion).toBeGreaterThan(2);
});

describe.each(frozen)("%s", (file) => {
  it("becomes a body of the present format, with every word", () => {
    const migrated = parseStoredBody(bodyIn(file));
    if (!migrated) throw new Error("It is taken.");
    expect(bodyText(migrated)).toBe(bodyText(bodyIn(file)));
    expect(() => storySchema().nodeFromJSON(migrated).check()).not.toThrow();
    // Once is enough, and costs nothing afterwards.
    expect(migrateBody(migrated)).toBe(migrated);
  });

  it("is brought up to date where people write together, and what changed is written down", () => {
    const doc = documentOf(bodyIn(file));
    const log = new Y.Doc();
    Y.applyUpdate(log, Y.encodeStateAsUpdate(doc));
    const change = migrateWorkingCopy(doc);
    if (change) Y.applyUpdate(log, change);
    expect(readAsWritten(log)?.body).toEqual(readWorkingCopy(doc)?.body);
    expect(readAsWritten(log)).not.toBeNull();
    expect(migrateWorkingCopy(log)).toBeNull();
  });
});

it("makes headings plain, and keeps their links, their emphasis and their foreign words", () => {
  const migrated = parseStoredBody(bodyIn(loud));
  expect(migrated?.content[0]).toMatchObject({ content: [{ text: "The night boat of " }, { text: "Ellery", marks: [{ type: "link" }] }] });
  expect(migrated?.content[1]).toMatchObject({ content: [{ text: "Loud here.", marks: [{ type: "strong" }] }] });
  expect(migrated?.content[2]).toMatchObject({ content: [{ text: "CO2 and " }, { text: "la mer", marks: [{ type: "lang", attrs: { code: "fr" } }, { type: "em" }] }] });
  expect(migrated?.content[3]).toMatchObject({ content: [{ content: [{ text: "Kept", marks: [{ type: "em" }] }] }] });
});

it("lets nothing in that only a migration would mend", () => {
  expect(parseBody(bodyIn(loud))).toBeNull();
  expect(readAsWritten(documentOf(bodyIn(loud)))).toBeNull();
  expect(readWorkingCopy(documentOf(bodyIn(loud)))?.body.content).toHaveLength(4);
});

it("leaves alone what is no document", () => {
  for (const raw of [null, 3, "text", [], { type: "heading", content: [null, 3, { marks: "strong" }] }]) expect(() => migrateBody(raw)).not.toThrow();
  expect(parseStoredBody({ ...emptyStory().body, content: [{ type: "heading" }] })).toBeNull();
});
