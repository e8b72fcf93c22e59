import { expect, it } from "vitest";
import { safeHref } from "@/lib/content/links";

it.each(["https://example.org/", "http://example.org/a?b#c", "mailto:desk@paper.example", "tel:+4712345678", "/town/story", "#changes", "?q=1"])("lets %s through", (address) => {
  expect(safeHref(address)).not.toBeNull();
});

it.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  " javascript:alert(1)",
  "\u0001javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "blob:https://x/y",
  "//evil.example/x",
  "/\\evil.example",
  "https://user:password@evil.example/",
  "ftp://example.org/",
  "",
  "not an address",
  `https://example.org/${"x".repeat(2001)}`,
  "https://\ud800/",
])("refuses %j", (address) => {
  expect(safeHref(address)).toBeNull();
});
