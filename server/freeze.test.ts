import { describe, expect, it } from "vitest";
import { freeze } from "@/server/freeze";
import { isReadable, readerKey } from "@/server/reader-paths";

const rendered =
  '<!DOCTYPE html><html><head><link rel="stylesheet" href="/_next/static/chunks/x.css" data-precedence="next"/><link rel="preload" as="script" href="/_next/a.js"/><link rel="preload" as="font" href="/fonts/a.woff2"/><script src="/_next/static/a.js" async=""></script><script data-keep="" src="/reader-1.js" defer=""></script></head>' +
  '<body><div hidden=""><!--$--><!--/$--></div><h1>A<!-- --> headline</h1><script type="application/ld+json">{"headline":"\\u003c/script\\u003e"}</script><script>self.__next_f.push([1,"flight"])</script></body></html>';

const styleAt = (href: string) => (href === "/_next/static/chunks/x.css" ? { css: "a{b:c}", hash: "'sha256-x'" } : null);

describe("freezing a page", () => {
  it("drops what only client rendering needs and keeps what is marked, structured data and fonts", () => {
    const frozen = freeze(rendered, styleAt);
    expect(frozen?.html).not.toMatch(/_next|__next_f|<!--|hidden/);
    expect(frozen?.html).toContain('src="/reader-1.js"');
    expect(frozen?.html).toContain("application/ld+json");
    expect(frozen?.html).toContain("/fonts/a.woff2");
    expect(frozen?.html).toContain("<h1>A headline</h1>");
  });

  it("puts the build's style sheets into the page and names them to the policy, and leaves the link where it does not know one", () => {
    const frozen = freeze(rendered.replace("<h1>", '<link rel="stylesheet" href="/other.css"/><h1>'), styleAt);
    expect(frozen?.html).toContain("<head><style>a{b:c}</style>");
    expect(frozen?.styleHashes).toEqual(["'sha256-x'"]);
    expect(frozen?.html).toContain('<link rel="stylesheet" href="/other.css"/>');
  });

  it("refuses a page that is not complete without client code", () => {
    expect(freeze('<html><body><!--$?--><template id="B:0"></template></body></html>', styleAt)).toBeNull();
  });
});

describe("the key of a public page", () => {
  it.each([
    ["/", "/"],
    ["/town/story?utm_source=x&c=abc&fbclid=1", "/town/story?c=abc"],
    ["/search?q=ferry&x=1&before=2", "/search?before=2&q=ferry"],
    ["/search?to=2025-12-31&q=ferry&from=2025-01-01&author=ines&section=town", "/search?author=ines&from=2025-01-01&q=ferry&section=town&to=2025-12-31"],
    ["/search/suggestions?q=fe&section=town", "/search/suggestions?q=fe"],
    ["/feeds/rss.xml?anything=1", "/feeds/rss.xml"],
    ["/town?before=", "/town"],
  ])("of %s is %s", (address, key) => {
    expect(readerKey("GET", address)).toBe(key);
  });

  it.each(["/desk", "/desk/articles/1", "/account", "/sign-in", "/api/viewer", "/comments/key", "/media/1/480.webp", "/_next/static/x.js"])("is none for %s, which is personal", (address) => {
    expect(readerKey("GET", address)).toBeNull();
  });

  it("is none for what changes something", () => {
    expect(readerKey("POST", "/")).toBeNull();
  });
});

it.each<[boolean, string]>([
  [true, "/town/night-ferry-vote?c=1"],
  [true, "/culture/%D8%A8%D8%A7%D8%B2?q=a+b%20c"],
  [false, "/tags/%00"],
  [false, "/desk?q=a%00b"],
  [false, "/town/%1b"],
  [false, "/town/%ff"],
  [false, "/town/%ed%a0%80"],
  [false, "/town/%"],
])("an address is readable: %s for %s", (readable, address) => {
  expect(isReadable(address)).toBe(readable);
});
