import { describe, expect, it } from "vitest";
import { type ArticleState, articleStatus, articleVerbs, hindrance } from "@/lib/articles/article";

const now = new Date("2026-11-12T09:00:00Z");
const later = new Date("2026-11-12T10:00:00Z");
const draft: ArticleState = { publishedRevisionId: null, firstPublishedAt: null, unpublishedAt: null, embargoUntil: null, scheduledFor: null, handedInAt: null };
const states: Record<string, ArticleState> = {
  draft,
  inReview: { ...draft, handedInAt: now },
  scheduled: { ...draft, scheduledFor: later },
  embargoed: { ...draft, embargoUntil: later },
  live: { ...draft, publishedRevisionId: "r", firstPublishedAt: now },
  unpublished: { ...draft, firstPublishedAt: now, unpublishedAt: now },
};

describe("what may happen to a story", () => {
  const allowed: Record<string, string[]> = {
    draft: ["publish", "schedule", "embargo", "hand_in"],
    inReview: ["publish", "schedule", "embargo", "send_back"],
    scheduled: ["publish", "schedule", "cancel_schedule", "embargo", "hand_in"],
    embargoed: ["schedule", "embargo", "lift_embargo", "hand_in"],
    live: ["update", "correct", "unpublish"],
    unpublished: ["publish", "schedule", "embargo", "hand_in"],
  };
  it.each(Object.keys(states))("while it is %s", (name) => {
    const state = states[name] ?? draft;
    expect(articleVerbs.filter((verb) => hindrance(verb, state, now) === null)).toEqual(allowed[name]);
  });

  it("an embargo that has ended hinders nothing", () => {
    expect(hindrance("publish", { ...draft, embargoUntil: now }, later)).toBeNull();
  });
});

it("computes the status that people see", () => {
  expect(Object.fromEntries(Object.entries(states).map(([name, state]) => [name, articleStatus(state, false)]))).toEqual({ draft: "draft", inReview: "in_review", scheduled: "scheduled", embargoed: "draft", live: "live", unpublished: "unpublished" });
  expect(articleStatus(states.live ?? draft, true)).toBe("live_changed");
});
