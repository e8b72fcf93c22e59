import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import PageFailed from "@/app/global-error";

it("stands in place of a page that failed without a style element, which the policy would refuse, and names the error", () => {
  const page = renderToStaticMarkup(createElement(PageFailed, { error: Object.assign(new Error("x"), { digest: "4711" }) }));
  expect(page).not.toMatch(/<style/);
  expect(page).toMatch(/<html lang="en">.*<title>.*<h1>This page cannot be shown just now<\/h1>.*error 4711.*Try again/);
});
