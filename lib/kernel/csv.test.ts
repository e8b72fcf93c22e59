import { expect, it } from "vitest";
import { csvCell, csvLine } from "@/lib/kernel/csv";

it.each(["=1+1", "+1", "-1", "@cmd", "\t=1", "  =1", "\r=1", "＝1"])("a text that a spreadsheet would run stays a text: %j", (text) => {
  expect(csvCell(text)).toBe(`"'${text}"`);
});

it("whatever a text holds, the line has as many cells as it was given", () => {
  expect(csvLine(['a "quoted", text', "two\nlines", null, 3, new Date("2026-11-26T10:00:00Z")])).toBe('"a ""quoted"", text","two\nlines","","3","2026-11-26T10:00:00.000Z"\r\n');
});
