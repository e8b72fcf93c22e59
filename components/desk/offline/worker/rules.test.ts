import { describe, expect, it } from "vitest";
import { deedFor, filesIn, isFit, staleAmong } from "@/components/desk/offline/worker/rules";

const paper = "https://paper.example";
const asked = (path: string, more: object = {}) => deedFor({ method: "GET", mode: "navigate", destination: "document", url: path.startsWith("/") ? paper + path : path, ...more }, paper);

describe("the desk's worker", () => {
  it.each(["/desk", "/desk?page=2", "/desk/articles/new", "/desk/settings/devices"])("asks the server for %s, and shows its page where nobody is reached", (path) => expect(asked(path)).toBe("page"));
  it.each(["/", "/desks", "/desk-chairs/story", "/town/desk", "/account", "/api/v1/articles", "/sign-in"])("has nothing to do with %s", (path) => expect(asked(path)).toBeNull());
  it.each(["/_next/static/chunks/a.js", "/_next/static/css/b.css", "/fonts/text.woff2"])("looks for %s in its cache", (path) => expect(asked(path, { mode: "cors", destination: "script" })).toBe("file"));
  it("leaves forms, frames, data and other sites alone", () => {
    expect(asked("/desk", { method: "POST" })).toBeNull();
    expect(asked("/desk/articles/x/preview", { destination: "iframe" })).toBeNull();
    expect(asked("/desk/articles/x?_rsc=1", { mode: "cors", destination: "" })).toBeNull();
    expect(asked("https://elsewhere.example/desk")).toBeNull();
    expect(asked("https://elsewhere.example/_next/static/a.js", { mode: "no-cors" })).toBeNull();
  });
});

it("the files of a page are those that never change, wherever in it they are named, each once", () => {
  const page = '<link href="/_next/static/chunks/a.css"><script src="/_next/static/chunks/b-1~2.js" nonce="x"></script><script>self.__next_f.push([1,"\\"/_next/static/chunks/b-1~2.js\\",\\"/_next/static/chunks/c.js\\""])</script><img src="/media/1/800"><a href="/desk">';
  expect(filesIn(page)).toEqual(["/_next/static/chunks/a.css", "/_next/static/chunks/b-1~2.js", "/_next/static/chunks/c.js"]);
  expect(filesIn("@font-face { src: url(/fonts/text.woff2) } a { background: url('/media/1/2') } b { src: url(/fonts/../secret.js) }")).toEqual(["/fonts/text.woff2"]);
});

it("what the server refuses, leads elsewhere with, or another site says, is never cached", () => {
  expect(isFit({ status: 200, type: "basic", redirected: false })).toBe(true);
  for (const answer of [{ status: 404, type: "basic", redirected: false }, { status: 503, type: "basic", redirected: false }, { status: 200, type: "opaque", redirected: false }, { status: 200, type: "basic", redirected: true }] as const) expect(isFit(answer)).toBe(false);
});

it("a new build sweeps what older ones left, and nothing of anybody else", () => {
  expect(staleAmong(["standfirst-desk-1", "standfirst-desk-2", "others"], "standfirst-desk-", "2")).toEqual(["standfirst-desk-1"]);
});
