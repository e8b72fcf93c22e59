import { expect, it } from "vitest";
import { parseComment } from "@/lib/content/comment-markdown";
import { spamScore } from "@/lib/moderation/spam-filter/score";
import { tokensOf } from "@/lib/moderation/spam-filter/tokens";

const all = { spam: 300, ham: 300 };
const token = (name: string, spam: number, ham: number) => ({ token: name, spam, ham });
const named = (text: string) => [...tokensOf(parseComment(text)).values()];

it("takes words, pairs of neighbours and the pieces of addresses, whatever marks they wear", () => {
  expect(named("Cheap **WATCHES**: https://www.watches.example/big-sale/7")).toEqual(expect.arrayContaining(["cheap", "watches", "cheap watches", "watches.example", "big", "sale"]));
  expect(named("قایق شبانه")).toEqual(["قایق", "شبانه", "قایق شبانه"]);
  expect(named("> quoted words\n\n- one\n- two")).toEqual(["quoted", "words", "quoted words", "one", "two"]);
});

it("tells a word from the same piece of an address, looks at so many only, and names none in what it keeps", () => {
  const tokens = tokensOf(parseComment("A sale: https://shop.example/sale"));
  expect([...tokens.values()].filter((name) => name === "sale").length).toBeGreaterThanOrEqual(2);
  expect([...tokens.keys()].join(" ")).not.toContain("sale");
  expect(tokensOf(parseComment(Array.from({ length: 900 }, (_, number) => `word${number}`).join(" "))).size).toBe(400);
});

it("says nothing where nothing speaks, and is sure only where much does", () => {
  expect(spamScore([], all)).toEqual({ score: 0.5, telling: [] });
  expect(spamScore([token("boat", 40, 41)], all).score).toBe(0.5);
  const one = spamScore([token("watches", 30, 0)], all).score;
  const three = spamScore([token("watches", 30, 0), token("cheap", 25, 1), token("buy now", 20, 0)], all).score;
  expect(one).toBeGreaterThan(0.5);
  expect(three).toBeGreaterThan(one);
  expect(three).toBeGreaterThan(0.9);
  expect(spamScore([token("ferry", 0, 30), token("harbour", 1, 25), token("council", 0, 20)], all).score).toBeLessThan(0.1);
});

it("one word of spam among many calm ones condemns nobody, and what was seen once says little", () => {
  const calm = ["ferry", "harbour", "council", "boat", "night"].map((word) => token(word, 2, 30));
  expect(spamScore([token("watches", 30, 0), ...calm], all).score).toBeLessThan(0.6);
  expect(spamScore([token("zebra", 1, 0)], all).score).toBeLessThan(0.9);
});

it("names the words that spoke for spam, most telling first", () => {
  expect(spamScore([token("cheap", 20, 4), token("ferry", 0, 30), token("watches", 30, 0)], all).telling).toEqual(["watches", "cheap"]);
});

it("gives a number for the longest text, too", () => {
  const { score } = spamScore(Array.from({ length: 400 }, (_, number) => token(`word${number}`, 250, 0)), all);
  expect(score).toBeGreaterThan(0.99);
  expect(score).toBeLessThanOrEqual(1);
});
