import { expect, it } from "vitest";
import { partsOf } from "@/components/desk/mail/parts-of";

const links = (text: string) => partsOf(text).flatMap((part) => part.href ?? []);

it("finds web addresses, without what only follows them, and loses no letter", () => {
  const text = "Choose it here:\n\nhttps://paper.example/reset/a_b-C.\n(see http://paper.example/a?b=c) Ines";
  expect(links(text)).toEqual(["https://paper.example/reset/a_b-C", "http://paper.example/a?b=c"]);
  expect(partsOf(text).map((part) => part.text).join("")).toBe(text);
});

it("makes a link of nothing else", () => {
  for (const text of ["javascript:alert(1)", "data:text/html,x", "<a href='/x'>x</a>", "ftp://x.example", "https://", "www.paper.example", "http://["]) {
    expect(links(text), text).toEqual([]);
    expect(partsOf(text).map((part) => part.text).join("")).toBe(text);
  }
});

it("is quick with a text that is nothing but beginnings", () => {
  const started = performance.now();
  partsOf("https://".repeat(12_500));
  partsOf(`https://${".".repeat(100_000)}`);
  expect(performance.now() - started).toBeLessThan(1000);
});
