import type { Check, CheckSurroundings } from "@/lib/articles/checks";
import type { StoryContent } from "@/lib/content/document";
import { chapters, isQuestion, yearsOfLife } from "@/lib/content/parts-of-formats";
import { figuresOf } from "@/lib/content/references";

type Missing = Pick<Check, "message" | "hint" | "place">;

/** What a story's format needs and does not have. It never stops a story: the page stands without it, only poorer. */
export function formatChecks(content: StoryContent, surroundings: Pick<CheckSurroundings, "portrayed">): Check[] {
  return missingIn(content, surroundings).map((one, index) => ({ id: `format.${index}`, level: "warn" as const, ...one }));
}

function missingIn(content: StoryContent, { portrayed }: Pick<CheckSurroundings, "portrayed">): Missing[] {
  const { format, bylines, body, lead, kicker, claim, claimant, claimantKind, verdict } = content;
  const by = bylines.filter((byline) => byline.role === "by");
  const place = { field: "format" };
  switch (format) {
    case "news":
    case "analysis":
      return [];
    case "opinion":
      return by.some(({ personId }) => personId && portrayed.has(personId)) ? [] : [{ message: "An opinion without a portrait", hint: "The face of whoever signs it stands above the headline: sign it with somebody of the staff who has a portrait.", place: { field: "bylines" } }];
    case "feature":
      return [
        ...(lead ? [] : [{ message: "A feature without a lead picture", hint: "It opens with the picture as wide as the screen, and has a place on the front only with one.", place }]),
        ...(chapters(body.content).length < 2 ? [{ message: "A feature without headings", hint: "Contents are made from two headings or more.", place: { field: "body" } }] : []),
      ];
    case "interview":
      return body.content.some(isQuestion) ? [] : [{ message: "An interview without questions", hint: "A paragraph wholly in bold is a question.", place: { field: "body" } }];
    case "explainer":
      return body.content.some((block) => block.type === "factBox") ? [] : [{ message: "An explainer without key points", hint: "The first fact box stands above the text.", place: { field: "body" } }];
    case "fact_check":
      return [
        ...(claim.trim() ? [] : [{ message: "A fact check without the claim", hint: "Say in a sentence what was claimed: readers and search engines are told of it.", place: { field: "claim" } }]),
        ...(verdict ? [] : [{ message: "A fact check without a verdict", hint: "Say what was found: search engines are told of the claim only with it.", place: { field: "verdict" } }]),
        ...(claimant.trim() && !claimantKind ? [{ message: "Whoever claims it is neither a person nor an organisation", hint: "Search engines ask which of the two.", place: { field: "claimantKind" } }] : []),
      ];
    case "gallery":
      return figuresOf(body).length > 1 ? [] : [{ message: "A picture gallery with hardly a picture", hint: "Its pictures stand in the text, one by one or as a gallery.", place: { field: "body" } }];
    case "obituary":
      return [
        ...(yearsOfLife(kicker) ? [] : [{ message: "An obituary without the years of the life", hint: "They stand in the kicker, such as 1941–2026.", place: { field: "kicker" } }]),
        ...(lead ? [] : [{ message: "An obituary without a portrait", hint: "The lead picture is shown as one.", place }]),
      ];
    case "press_release":
      return by.some(({ personId, name }) => !personId && name.trim()) ? [] : [{ message: "A press release without a sender", hint: "Readers must see whom it is from: put the sender’s name in the byline, and nobody of the newsroom.", place: { field: "bylines" } }];
  }
}
