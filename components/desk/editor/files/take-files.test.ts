import { expect, it } from "vitest";
import { sortFiles } from "@/components/desk/editor/files/take-files";

const file = (name: string, type = "") => new File(["x"], name, { type });
const names = (files: readonly File[]) => files.map(({ name }) => name);

it("takes every picture and every text of one drop, and names what it does not take", () => {
  const { documents, pictures, leftOut } = sortFiles([file("one.docx"), file("quay.jpg", "image/jpeg"), file("two.md"), file("budget.pdf", "application/pdf"), file("boat.png", "image/png")]);
  expect([names(documents), names(pictures)]).toEqual([["one.docx", "two.md"], ["quay.jpg", "boat.png"]]);
  expect(leftOut).toBe("budget.pdf: not taken. A story takes pictures (JPEG, PNG, WebP, AVIF) and text (Word, Markdown, plain).");
  expect(sortFiles([file("one.docx")]).leftOut).toBeNull();
});
