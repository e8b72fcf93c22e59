import { expect, it } from "vitest";
import { asksAuthor } from "@/lib/notices/asks-author";

it.each<[string, string, string, boolean, boolean]>([
  ["by her first name", "Orla, when does the ferry sail?", "Orla Byrne", false, true],
  ["by her last name, without its marks", "And what of it, Frau Muller?", "Anna Müller", false, true],
  ["in Persian", "خانم کریمی، این درست است؟", "نگار کریمی", false, true],
  ["a question to nobody", "When does the ferry sail?", "Orla Byrne", false, false],
  ["a word to her that asks nothing", "Well said, Orla.", "Orla Byrne", false, false],
  ["a question that is only quoted", "> Orla, when does it sail?\n\nAt nine.", "Orla Byrne", false, false],
  ["by a name so short that it may be any word", "Is this the way to do it?", "Jo de Wit", false, false],
  ["inside another word", "Who knows Byrneville?", "Orla Byrne", false, false],
  ["any question where readers are asked to ask", "When does the ferry sail?", "Orla Byrne", true, true],
  ["but no remark", "It sails at nine.", "Orla Byrne", true, false],
])("%s", (_, source, name, everyQuestion, asks) => {
  expect(asksAuthor(source, name, { everyQuestion })).toBe(asks);
});
