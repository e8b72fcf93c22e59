import { beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { checkOutwardLinks } from "@/lib/articles/check-outward-links";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { storyState } from "@/lib/articles/reads/desk";
import { linkableStories, storiesAt } from "@/lib/articles/reads/stories-at";
import type { PersonActor } from "@/lib/core/actor";
import type { Block } from "@/lib/content/document";
import { ok } from "@/lib/kernel/result";
import { provide } from "@/lib/kernel/process-store";

useTestDatabase();

let section: { id: string; slug: string };
let editor: PersonActor;
beforeAll(async () => {
  provide("env", { ...testEnv, appUrl: "https://paper.example" });
  section = await someSection("town");
  editor = await somebody("editor");
});

async function story(slug: string, upTo: "draft" | "live" | "withdrawn", body?: Block[]): Promise<string> {
  const made = await createArticle.execute({ content: someContent(section.id, { slug, ...(body ? { body: { type: "doc", content: body } } : {}) }) }, { actor: editor });
  const id = made.ok ? made.value.id : "";
  if (upTo !== "draft") expect(await publishArticle.execute({ articleId: id, version: 1 }, { actor: editor })).toMatchObject({ ok: true });
  if (upTo === "withdrawn") expect(await unpublishArticle.execute({ articleId: id, version: 2, reason: "Legal" }, { actor: editor })).toMatchObject({ ok: true });
  return id;
}

it("an address of ours leads to the story that stands there, whole or as a path, and to nothing that is not public", async () => {
  const [live] = [await story("night-ferry", "live"), await story("old-ferry", "withdrawn"), await story("secret-ferry", "draft")];
  const addresses = ["/town/night-ferry", "https://paper.example/town/night-ferry?x=1#part", "/elsewhere/night-ferry", "/town/old-ferry", "/town/secret-ferry", "https://other.example/town/night-ferry", "https://paper.example.evil.example/town/night-ferry", "/tags/night-ferry", "/town/%E0%A4%A", "/town"];
  const found = await storiesAt(addresses);
  expect(Object.fromEntries(found)).toEqual({
    "/town/night-ferry": { found: "here", story: live, path: "/town/night-ferry" },
    "https://paper.example/town/night-ferry?x=1#part": { found: "here", story: live, path: "/town/night-ferry" },
    "/elsewhere/night-ferry": { found: "here", story: live, path: "/town/night-ferry" },
    "/town/old-ferry": { found: "gone" },
    "/town/secret-ferry": { found: "nowhere" },
  });
  expect((await linkableStories(editor, addresses))?.map((one) => one.story)).toEqual([live, live, live]);
  expect(await linkableStories(await somebody("moderator"), addresses)).toBeNull();
});

it("the checks of a story know which of its links lead to a draft, to a story that is gone, and by which address one is there", async () => {
  const [draft, live] = [await story("waiting-ferry", "draft"), await story("plain-ferry", "live")];
  const missing = "0190b5a0-0000-7000-8000-00000000dead";
  const text = (href: string, id: string | null) => ({ type: "text" as const, text: "there", marks: [{ type: "link" as const, attrs: { href, story: id } }] });
  const paragraph = (href: string, id: string | null, block: string) => ({ type: "paragraph", attrs: { id: block }, content: [text(href, id)] }) as Block;
  const id = await story("linking", "draft", [paragraph("/town/x", draft, "p000000001"), paragraph("/town/y", missing, "p000000002"), paragraph("https://paper.example/town/plain-ferry", null, "p000000003")]);
  const checks = (await storyState(editor, id))?.checks ?? [];
  const about = (block: string) => checks.find((check) => check.place && "blockId" in check.place && check.place.blockId === block);
  expect(about("p000000001")?.message).toBe("A link to a story that is not public");
  expect(about("p000000002")?.message).toBe("A link to a story that is not there any more");
  expect(about("p000000003")?.repairs).toMatchObject([{ to: { href: "/town/plain-ferry", story: live } }]);
});

it("only who may edit a story may have its outside addresses asked", async () => {
  const link = { type: "text" as const, text: "there", marks: [{ type: "link" as const, attrs: { href: "https://elsewhere.example/" } }] };
  const id = await story("outward", "draft", [{ type: "paragraph", content: [link] }]);
  const asked: string[] = [];
  const ask = async (address: string) => {
    asked.push(address);
    return ok({ status: 404, address, type: "", bytes: Buffer.alloc(0) });
  };
  expect(await checkOutwardLinks(await somebody("contributor"), id, ask)).toBeNull();
  expect(asked).toEqual([]);
  expect(await checkOutwardLinks(editor, id, ask)).toMatchObject({ ok: true, value: { asked: 1, dead: [{ href: "https://elsewhere.example/" }] } });
});
