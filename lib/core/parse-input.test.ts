import { describe, expect, it } from "vitest";
import { z } from "zod";
import * as articles from "@/lib/articles/inputs";
import { PostCommentInput } from "@/lib/comments/commands/post-comment";
import { parseInput } from "@/lib/core/parse-input";
import { DecideInput, UndoInput } from "@/lib/moderation/commands/decide";
import * as people from "@/lib/people/inputs";
import * as sections from "@/lib/sections/inputs";

/** Every form of the program: its fields, and what comes in by them. */
const forms = Object.entries<unknown>({ ...articles, ...people, ...sections, PostCommentInput, DecideInput, UndoInput }).filter((entry): entry is [string, z.ZodObject] => entry[1] instanceof z.ZodObject);

const rubbish: unknown[] = [undefined, null, 7, -1, 1.5, true, "", " ", "x", "x".repeat(10_000), "a\0b", "\ud800", [], {}, { toString: 1 }];
/** The words of the library that checks, which nobody at a desk would say. */
const foreignWords = /invalid|expected|received|unrecognized|uuid|string|number|null|undefined|too (?:big|small)/i;

const fieldsOf = (schema: z.ZodType, raw: unknown): Record<string, string> => {
  const parsed = parseInput(schema, raw);
  return parsed.ok ? {} : (parsed.failure.fields ?? {});
};

describe.each(forms)("%s", (_, form) => {
  it("says in a desk's words what is wrong, whatever comes in", () => {
    for (const name of Object.keys(form.shape)) {
      for (const value of rubbish) {
        for (const [field, sentence] of Object.entries(fieldsOf(form, { [name]: value }))) {
          expect(sentence, `${field} with ${JSON.stringify(value)?.slice(0, 40)}`).toMatch(/^[A-Z“].*[.]$/);
          expect(sentence, `${field} with ${JSON.stringify(value)?.slice(0, 40)}`).not.toMatch(foreignWords);
        }
      }
    }
    for (const raw of [null, 7, "x", [], { somethingElse: 1 }]) for (const sentence of Object.values(fieldsOf(form, raw))) expect(sentence).not.toMatch(foreignWords);
  });
});

describe("what a person types", () => {
  it.each<[string, z.ZodType, Record<string, unknown>, string, string]>([
    ["a role that is none", people.InviteInput, { role: "king" }, "role", "Choose a role."],
    ["a very long address", people.SignInInput, { email: "x".repeat(401) }, "email", "This address is too long."],
    ["a control character under one's stories", people.ProfileInput, { bio: "a\0b" }, "bio", "This text holds characters that cannot be stored."],
    ["a version's name of 121 letters", articles.KeepRevisionInput, { label: "x".repeat(121) }, "label", "A version’s name may have 120 characters at most."],
    ["a day that is none", articles.ScheduleInput, { at: "soon" }, "at", "Choose a date and a time."],
    ["a reason that is none", DecideInput, { reason: "mood" }, "reason", "Choose a reason."],
  ])("%s gets its own sentence", (_, schema, raw, field, sentence) => {
    expect(fieldsOf(schema, raw)[field]).toBe(sentence);
  });
});

it("where one thing alone is wrong, that is what is said first", () => {
  const parsed = parseInput(people.PersonInput, { personId: "nobody" });
  expect(parsed).toMatchObject({ ok: false, failure: { message: "There is no such person." } });
});
