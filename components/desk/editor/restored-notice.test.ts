import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { RestoredNotice } from "@/components/desk/editor/restored-notice";

const words = (part: string | null) => renderToStaticMarkup(createElement(RestoredNotice, { restored: { at: new Date().toISOString(), by: "Orla <b>", part }, articleId: "0190b5a0-0000-7000-8000-000000000001", timeZone: "UTC" }));
const said = (html: string) => html.replace(/<[^>]+>/g, "").replace(/\d\d:\d\d/, "09:42");

it("says who brought what back and when, and leads to what stood before", () => {
  expect(said(words(null))).toBe("Orla &lt;b&gt; brought an earlier version back at 09:42. What stood before is in the history.");
  expect(said(words("the second paragraph"))).toBe("Orla &lt;b&gt; brought the second paragraph of an earlier version back at 09:42. What stood before is in the history.");
  expect(words(null)).toContain('role="status"');
  expect(words(null)).toContain('<a href="/desk/articles/0190b5a0-0000-7000-8000-000000000001/history">');
});
