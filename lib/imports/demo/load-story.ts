import { correctArticle } from "@/lib/articles/commands/correct-article";
import { createArticle } from "@/lib/articles/commands/create-article";
import { embargoArticle } from "@/lib/articles/commands/embargo-article";
import { handInArticle, sendBackArticle } from "@/lib/articles/commands/hand-in-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { rewriteWorkingCopy } from "@/lib/articles/commands/restore-revision";
import { scheduleArticle } from "@/lib/articles/commands/schedule-article";
import { unpublishArticle } from "@/lib/articles/commands/unpublish-article";
import { updateArticle } from "@/lib/articles/commands/update-article";
import type { PersonActor } from "@/lib/core/actor";
import type { Block, StoryContent } from "@/lib/content/document";
import { demoBody } from "@/lib/imports/demo/demo-body";
import type { DemoWorld } from "@/lib/imports/demo/load";
import type { DemoStory } from "@/lib/imports/demo/read-story";
import type { Result } from "@/lib/kernel/result";

const minute = 60_000;

/** Brings one story to its state, step by step as people would, each step at its own time. */
export async function loadStory(world: DemoWorld, story: DemoStory): Promise<string> {
  const editor = person(world, "Orla Lindqvell");
  const writer = world.actors.get(story.bylines.find((byline) => world.actors.has(byline.name))?.name ?? "") ?? editor;
  const at = (offset: number) => new Date(world.start.getTime() + offset);
  const ready = story.published ?? -5 * 3_600_000;
  const content = contentOf(world, story);
  let version = 1;
  const next = () => version++;
  const done = <Value>(step: string, result: Result<Value>): Value => {
    if (!result.ok) throw new Error(`${story.key}, ${step}: ${result.failure.message} ${JSON.stringify(result.failure.fields ?? {})}`);
    return result.value;
  };

  const before = story.correction || story.update ? earlier(content) : content;
  const { id: articleId } = done("create", await createArticle.execute({ content: before }, { actor: writer, now: at(ready - 95 * minute) }));

  if (story.state.kind === "handed in" || story.state.kind === "sent back" || writer.role === "contributor") {
    if (story.state.kind !== "draft") done("hand in", await handInArticle.execute({ articleId, version: next(), note: "" }, { actor: writer, now: at(ready - 30 * minute) }));
  }
  switch (story.state.kind) {
    case "draft":
    case "handed in":
      return articleId;
    case "sent back":
      done("send back", await sendBackArticle.execute({ articleId, version: next(), reason: story.state.why }, { actor: editor, now: at(ready - 10 * minute) }));
      return articleId;
    case "embargoed":
      done("embargo", await embargoArticle.execute({ articleId, version: next(), until: at(story.embargo ?? 0).toISOString() }, { actor: editor }));
      if (story.scheduled !== null) done("schedule", await scheduleArticle.execute({ articleId, version: next(), at: at(story.scheduled).toISOString() }, { actor: editor }));
      return articleId;
    case "scheduled":
      done("schedule", await scheduleArticle.execute({ articleId, version: next(), at: at(story.scheduled ?? 0).toISOString() }, { actor: editor }));
      return articleId;
  }
  done("publish", await publishArticle.execute({ articleId, version: next() }, { actor: writer.role === "contributor" ? editor : writer, now: at(ready) }));
  const changes = [
    ...(story.correction ? [{ ...story.correction, verb: "correct" as const }] : []),
    ...(story.update ? [{ ...story.update, verb: "update" as const }] : []),
  ].sort((left, right) => left.after - right.after);
  for (const [index, change] of changes.entries()) {
    if (index === changes.length - 1) done("rewrite", await rewriteWorkingCopy.execute({ articleId, content }, { actor: writer, now: at(change.after - minute) }));
    if (change.verb === "correct") done("correct", await correctArticle.execute({ articleId, version: next(), kind: change.kind, note: change.note }, { actor: editor, now: at(change.after) }));
    else done("update", await updateArticle.execute({ articleId, version: next(), kind: "update", note: change.note }, { actor: editor, now: at(change.after) }));
  }
  if (story.state.kind === "unpublished") done("unpublish", await unpublishArticle.execute({ articleId, version: next(), reason: story.state.why }, { actor: editor, now: at(story.unpublished ?? -minute) }));
  return articleId;
}

function person(world: DemoWorld, name: string): PersonActor {
  const actor = world.actors.get(name);
  if (!actor) throw new Error(`The demo newsroom has no ${name}.`);
  return actor;
}

function contentOf(world: DemoWorld, story: DemoStory): StoryContent {
  const { format, headline, kicker, standfirst, dateline, slug, language, tags, picture, claim } = story;
  const assetId = picture ? world.pictures.get(picture.name) : undefined;
  return {
    format,
    headline,
    kicker,
    standfirst,
    claim: claim?.said ?? "",
    claimant: claim?.by ?? "",
    claimantKind: claim?.kind ?? null,
    verdict: claim?.verdict ?? null,
    frontHeadline: "",
    searchHeadline: "",
    socialHeadline: "",
    dateline,
    slug,
    language,
    tags,
    sectionId: world.sections.get(story.section) ?? null,
    bylines: story.bylines.map(({ role, name, guest }) => ({ role, name, personId: guest ? null : (world.actors.get(name)?.personId ?? null) })),
    lead: picture && assetId ? { assetId, alt: picture.alt, caption: picture.caption, credit: picture.credit } : null,
    body: demoBody(story.body, world.pictures),
  };
}

/** The story as it stood before it was corrected or updated: its last paragraph was not there yet. */
function earlier(content: StoryContent): StoryContent {
  const blocks: Block[] = content.body.content.length > 3 ? content.body.content.slice(0, -1) : content.body.content;
  return { ...content, body: { type: "doc", content: blocks } };
}
