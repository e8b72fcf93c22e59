import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { testEnv } from "@/db/testing/env";
import { commentStatuses } from "@/db/vocabulary";
import { decided, decisions, isOver, mayDecide, stateForAuthor } from "@/lib/comments/comment";
import { discussionState, noOwnRules } from "@/lib/comments/discussion";
import { firstRules, rulesFor, storedRules } from "@/lib/comments/discussion-rules";
import { issueFormToken, judgeFormToken, secondsUntilGood } from "@/lib/comments/form-token";
import { cutForm, gateGuest, gateName, gateText } from "@/lib/comments/gate";
import { sentenceOf } from "@/lib/comments/refusals/refusal";
import type { WordRuleAction } from "@/db/vocabulary";
import { commentBody } from "@/lib/content/comment-body";
import { countLinks, parseComment } from "@/lib/content/comment-markdown";
import { provide } from "@/lib/kernel/process-store";
import { judge } from "@/lib/moderation/pipeline";

beforeAll(() => provide("env", testEnv));

describe("a comment's text", () => {
  it("never becomes anything but the subset, whatever is written", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), (source) => commentBody.safeParse(parseComment(source)).success));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."*>-[]()<\n ahtps:/.!"), maxLength: 200 }), (source) => commentBody.safeParse(parseComment(source)).success));
  });

  it("keeps markup of HTML as text and makes links of addresses alone", () => {
    const body = parseComment("<img src=x onerror=alert(1)> **bold** https://example.org/a. javascript:alert(1)");
    expect(JSON.stringify(body)).toContain("<img src=x onerror=alert(1)>");
    expect(countLinks(body)).toBe(1);
    expect(JSON.stringify(body)).not.toContain('"href":"javascript');
  });

  it.each([
    ["nothing", " \n ", "Write something first"],
    ["too much", "x".repeat(5001), "5,000 characters at most"],
    ["far too much", "x".repeat(2_000_000), "5,000 characters at most"],
    ["too many lines", "a\n".repeat(61), "60 lines at most"],
  ])("is refused with a sentence: %s", (_, text, sentence) => {
    const gated = gateText(text);
    expect("problem" in gated && sentenceOf(gated.problem)).toContain(sentence);
  });

  it.each([
    ["nothing", " ", /comment is empty.*Write/i],
    ["too much", "x".repeat(5001), /A comment may have.*Shorten it/],
    ["too many lines", "a\n".repeat(61), /A comment may have.*Join/],
  ])("that is %s is told which field and what to do", (_, text, sentence) => {
    const gated = gateText(text);
    expect("problem" in gated && sentenceOf(gated.problem)).toMatch(sentence);
  });

  it("far too long is kept as far as to show that it is, in whole characters, with a sentence for each such field", () => {
    const { kept, problems } = cutForm({ articleId: "a", name: "Ada", email: "ada@reader.example", comment: "😀".repeat(500_000) });
    expect(kept).toMatchObject({ articleId: "a", name: "Ada", email: "ada@reader.example" });
    expect([...(kept.comment ?? "")]).toHaveLength(5001);
    expect(kept.comment?.isWellFormed()).toBe(true);
    expect(problems).toEqual({ comment: { reason: "comment_too_long", values: { most: 5000 } } });
    expect(cutForm({ name: "x".repeat(1_000_000), email: "y".repeat(1_000_000) }).problems).toMatchObject({ name: { reason: "name_too_long" }, email: { reason: "email_too_long" } });
  });

  it("of nothing but blanks between two letters is judged at once", () => {
    const began = performance.now();
    gateText(`a${" ".repeat(19_990)}b`);
    // A thousand times what it takes; what grew with the square took 1.7 seconds.
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it("loses what turns or hides text, and stacks of marks", () => {
    const gated = gateText("a\u202eb\u200bc\u0000d e\u0301\u0301\u0301\u0301\u0301\u0301\u0301f");
    for (const hidden of ["\u202e", "\u200b", "\u0000"]) expect(JSON.stringify(gated)).not.toContain(JSON.stringify(hidden).slice(1, -1));
    expect("text" in gated && (gated.text.match(/\p{Mn}/gu)?.length ?? 0)).toBeLessThanOrEqual(4);
    expect(gateName("A\nB")).toEqual({ name: "A B" });
    expect(gateName("x")).toHaveProperty("problem");
  });
});

describe("a form's token", () => {
  const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
  it("works for its story, not at once and not the next day", () => {
    const token = issueFormToken("story", at(0));
    expect(judgeFormToken(token, "story", at(10))).toBe("good");
    expect(judgeFormToken(token, "story", at(1))).toBe("early");
    expect(judgeFormToken(token, "story", at(25 * 3600))).toBe("late");
    expect(judgeFormToken(token, "other", at(10))).toBe("wrong");
    expect(judgeFormToken(`${token.slice(0, -1)}${token.endsWith("x") ? "y" : "x"}`, "story", at(10))).toBe("wrong");
    expect(judgeFormToken("", "story", at(10))).toBe("wrong");
    expect(secondsUntilGood(token, at(1))).toBe(2);
    expect(secondsUntilGood(token, at(2.9))).toBe(1);
  });
});

describe("a guest's name and address", () => {
  it("are each told what is wrong, all at once, by the field's name", () => {
    const gated = gateGuest({ name: "", email: "not one" });
    expect(gated).toEqual({ problems: { name: { reason: "name_missing", values: { least: 2 } }, email: { reason: "email_wrong" } } });
    expect(gateGuest({ name: "Ada", email: `${"a".repeat(250)}@b.example` })).toEqual({ problems: { email: { reason: "email_too_long" } } });
    expect(gateGuest({ name: " Ada  Reader ", email: " Ada@Reader.Example " })).toEqual({ name: "Ada Reader", email: "ada@reader.example" });
  });
});

describe("the pipeline", () => {
  const ruleThat = (action: WordRuleAction) => ({ id: "rule", kind: "words" as const, pattern: "calm", action, language: null, sectionId: null, note: "" });
  const submission = { text: "A calm remark.", linkCount: 0, hosts: [], author: "reader" as const, trust: 1 as const, reviewed: false, readFirst: false, linksHeld: false, newcomersHeld: true, shield: null, rules: { found: [], whole: true }, personalData: [], network: null, opinion: null, secondsToWrite: null, editing: null, confirmed: true, approvedBefore: 5, sameTextByOthers: 0, nearlySameText: 0, decided: 0, rejected: 0, filter: null };
  it.each([
    ["a known reader's calm remark appears", {}, "published", 0],
    ["a guest waits", { author: "guest" as const, approvedBefore: 0 }, "held", 1],
    ["a guest waits, confirmed or not, until three of hers were approved", { author: "guest" as const, approvedBefore: 2 }, "held", 1],
    ["a guest who is known does not", { author: "guest" as const, approvedBefore: 3 }, "published", 0],
    ["whoever only says to have her address does", { author: "guest" as const, approvedBefore: 30, confirmed: false }, "held", 1],
    ["whoever is not known waits, whatever was approved", { trust: 0 as const }, "held", 1],
    ["but not where newcomers are shown at once", { trust: 0 as const, newcomersHeld: false }, "published", 0],
    ["where a guest waits all the same", { author: "guest" as const, trust: 0 as const, approvedBefore: 0, newcomersHeld: false }, "held", 1],
    ["a newcomer waits", { approvedBefore: 0, trust: 0 as const }, "held", 1],
    ["shouting is noted, not held", { text: "THIS IS WRITTEN IN CAPITALS FROM THE FIRST TO THE LAST WORD OF IT" }, "published", 1],
    ["Arabic cannot shout", { text: "هذا تعليق طويل بما يكفي لكي يُقاس فيه كل شيء ولا أحد يصرخ هنا أبدًا على الإطلاق" }, "published", 0],
    ["of whom a moderator said so, everything waits, whatever she is known for", { readFirst: true, approvedBefore: 50 }, "held", 1],
    ["where every comment is read first, a known reader waits too", { reviewed: true }, "held", 1],
    ["many links wait", { linkCount: 3 }, "held", 1],
    ["the same text from many is spam, with every reason kept", { author: "guest" as const, trust: 0 as const, approvedBefore: 0, linkCount: 2, sameTextByOthers: 3 }, "spam", 3],
    ["one text nearly the same is chance", { nearlySameText: 1 }, "published", 0],
    ["the third of nearly the same text waits", { nearlySameText: 2 }, "held", 1],
    ["a known reader whose comments are often rejected waits", { decided: 10, rejected: 3 }, "held", 1],
    ["fewer rejections are nobody's history", { decided: 11, rejected: 3 }, "published", 0],
    ["four decisions are too few for one", { decided: 4, rejected: 4 }, "published", 0],
    ["what reads a little like spam appears", { filter: { score: 0.89, telling: ["watches"] } }, "published", 0],
    ["what reads like spam waits", { filter: { score: 0.9, telling: ["watches"] } }, "held", 1],
    ["what reads just like spam is spam", { filter: { score: 0.99, telling: ["watches"] } }, "spam", 1],
    ["who is known well may give five links", { linkCount: 5, trust: 2 as const }, "published", 0],
    ["where each link is looked at she may give none", { linkCount: 1, trust: 2 as const, linksHeld: true }, "held", 1],
    ["what hides where it leads waits", { trust: 2 as const, linkCount: 1, hosts: [{ host: "bit.ly", at: null }] }, "held", 1],
    ["behind a shield a newcomer waits", { trust: 0 as const, shield: "newcomers" as const }, "held", 2],
    ["and a known reader does not", { shield: "newcomers" as const }, "published", 0],
    ["but where it is for everybody", { trust: 3 as const, shield: "everybody" as const }, "held", 1],
    ["out of a network from which much was refused one waits", { network: { refused: 3, newcomers: 0, sameBrowserHere: 0 } }, "held", 1],
    ["out of one with many newcomers, too", { network: { refused: 2, newcomers: 5, sameBrowserHere: 0 } }, "held", 1],
    ["whom the paper knows well is only marked there", { trust: 2 as const, network: { refused: 30, newcomers: 9, sameBrowserHere: 0 } }, "published", 1],
    ["a household is no crowd", { network: { refused: 2, newcomers: 4, sameBrowserHere: 1 } }, "published", 0],
    ["several names with one browser are a hint", { network: { refused: 0, newcomers: 0, sameBrowserHere: 2 } }, "published", 1],
    ["a newcomer who did not write waits", { trust: 0 as const, secondsToWrite: 1 }, "held", 2],
    ["who wrote for three seconds did, and is only new", { trust: 0 as const, secondsToWrite: 3 }, "held", 1],
    ["a known reader may paste", { secondsToWrite: 0 }, "published", 0],
    ["what may be somebody’s own waits", { personalData: [{ kind: "phone" as const, from: 0, to: 4 }] }, "held", 1],
    ["a house where nobody is said to live is marked", { personalData: [{ kind: "home" as const, from: 0, to: 4, isHint: true as const }] }, "published", 1],
    ["one disguised word is marked", { text: "Buy vіаgrа here." }, "published", 1],
    ["three wait", { text: "Buy vіаgrа and сiаlis, сhеар!" }, "held", 1],
    ["no word of Russian, Greek, Persian or physics is disguised", { text: "Это написал IT-шник, KGBшник; το ίδιο λέει η Αθήνα. می‌خواهم ۵ µm, Δx" }, "published", 0],
    ["a joiner that Latin letters do not need is", { text: "a via‍gra ad" }, "published", 1],
    ["a link that comes in by an edit waits", { linkCount: 1, editing: { likes: 0, answers: 0, addsLink: true } }, "held", 1],
    ["an edit of what was liked is marked", { editing: { likes: 3, answers: 0, addsLink: false } }, "published", 1],
    ["an edit of what was answered is marked", { editing: { likes: 0, answers: 1, addsLink: false } }, "published", 1],
    ["an edit of what nobody has noticed is not", { editing: { likes: 2, answers: 0, addsLink: false } }, "published", 0],
    ["whom the paper trusts most may shout, and repeat what is said much", { trust: 3 as const, nearlySameText: 9, text: "THIS IS WRITTEN IN CAPITALS FROM THE FIRST TO THE LAST WORD OF IT" }, "published", 0],
    ["a rule that rejects does", { rules: { found: [{ rule: ruleThat("reject"), spans: [{ from: 2, to: 6 }] }], whole: true } }, "rejected", 1],
    ["a rule that marks only marks", { rules: { found: [{ rule: ruleThat("flag"), spans: [] }], whole: true } }, "published", 1],
    ["where the rules took too long a known reader waits", { rules: { found: [], whole: false } }, "held", 1],
    ["and one who is known well is marked", { trust: 2 as const, rules: { found: [], whole: false } }, "published", 1],
    ["words of staff are not looked for", { author: "staff" as const, rules: { found: [{ rule: ruleThat("reject"), spans: [] }], whole: true } }, "approved", 0],
    ["a blocked address makes staff wait, too", { author: "staff" as const, rules: { found: [{ rule: { ...ruleThat("reject"), kind: "domain" as const }, spans: [] }], whole: true } }, "held", 1],
    ["staff are not scored", { author: "staff" as const, linkCount: 9, sameTextByOthers: 9 }, "approved", 0],
  ])("%s", (_, changes, status, signals) => {
    const verdict = judge({ ...submission, ...changes });
    expect(verdict.status).toBe(status);
    expect(verdict.signals).toHaveLength(signals);
    expect(verdict.reason).toBe(status === "rejected" ? "banned_word" : null);
  });

  it("tells what a rule found, where, and of which rule it is", () => {
    const { signals } = judge({ ...submission, rules: { found: [{ rule: { ...ruleThat("hold"), note: "too calm" }, spans: [{ from: 2, to: 6 }] }], whole: true } });
    expect(signals).toEqual([{ phase: "word_rule", severity: "hold", evidence: "On a rule: “calm” (too calm)", ruleId: "rule", spans: [{ from: 2, to: 6 }] }]);
  });
});

describe("a comment's state", () => {
  it("allows each decision from these statuses and no others", () => {
    expect(Object.fromEntries(decisions.map((decision) => [decision, commentStatuses.filter((status) => mayDecide(decision, status))]))).toEqual({
      approve: ["held", "published", "rejected", "spam"],
      reject: ["held", "published", "approved", "hidden"],
      spam: ["held", "published", "approved", "hidden", "rejected"],
      hide: ["published", "approved"],
      show: ["hidden"],
    });
    for (const decision of decisions) expect(mayDecide(decision, decided[decision])).toBe(false);
    for (const status of commentStatuses.filter(isOver)) expect(decisions.filter((decision) => mayDecide(decision, status))).toEqual([]);
  });

  it("tells a spammer no more than a waiting guest", () => {
    expect(stateForAuthor.spam).toBe(stateForAuthor.held);
  });
});

describe("how a discussion is held", () => {
  const first = new Date("2026-11-01T00:00:00Z");
  const at = (day: string) => new Date(`${day}Z`);
  it("closes two weeks after first publication unless a day was set, or it stays open", () => {
    const on = (day: string, own = {}, rules = {}) => discussionState({ ...noOwnRules, ...own }, { ...firstRules, ...rules }, first, at(day));
    expect(on("2026-11-14T23:59:00")).toMatchObject({ open: true, reviewed: false, membersOnly: false, slowModeSeconds: 0 });
    expect(on("2026-11-15T00:01:00")).toMatchObject({ open: false, why: "closed" });
    expect(on("2026-11-01T00:00:00", { mode: "off" })).toMatchObject({ open: false, why: "off" });
    expect(on("2026-11-20T00:00:00", { closesAt: at("2026-12-01T00:00:00") })).toMatchObject({ open: true });
    expect(on("2036-11-20T00:00:00", { staysOpen: true })).toMatchObject({ open: true, closesAt: null });
    expect(on("2036-11-20T00:00:00", {}, { closesAfterDays: null })).toMatchObject({ open: true, closesAt: null });
    expect(on("2026-11-03T00:00:00", {}, { closesAfterDays: 1 })).toMatchObject({ open: false, why: "closed" });
  });

  it("a story’s own word comes before its section’s, that before the whole section’s, and that before the paper’s", () => {
    const [part, whole] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
    const rules = storedRules({ paper: { mode: "open", closesAfterDays: 14, slowModeSeconds: 0 }, sections: { [whole]: { mode: "premod", slowModeSeconds: 30 }, [part]: { closesAfterDays: null } } });
    expect(rulesFor(rules, [null])).toEqual({ mode: "open", closesAfterDays: 14, slowModeSeconds: 0, linksHeld: false, newcomersHeld: true, editMinutes: 5, firstSort: "newest", pinnedNote: "", preset: null });
    expect(rulesFor(rules, [whole, null])).toEqual({ mode: "premod", closesAfterDays: 14, slowModeSeconds: 30, linksHeld: false, newcomersHeld: true, editMinutes: 5, firstSort: "newest", pinnedNote: "", preset: null });
    expect(rulesFor(rules, [part, whole])).toEqual({ mode: "premod", closesAfterDays: null, slowModeSeconds: 30, linksHeld: false, newcomersHeld: true, editMinutes: 5, firstSort: "newest", pinnedNote: "", preset: null });
    const state = discussionState({ ...noOwnRules, mode: "members_only", slowModeSeconds: 0 }, rulesFor(rules, [part, whole]), first, first);
    expect(state).toMatchObject({ membersOnly: true, reviewed: false, slowModeSeconds: 0, closesAt: null });
  });

  it("what nobody can read is as if nobody had written it", () => {
    for (const broken of [null, {}, { paper: { mode: "loud" }, sections: {} }, { paper: firstRules, sections: { here: {} } }]) expect(storedRules(broken)).toEqual({ paper: firstRules, sections: {} });
  });
});
