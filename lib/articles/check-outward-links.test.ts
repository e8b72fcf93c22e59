import { describe, expect, it } from "vitest";
import { askAll, linkCheckLimits, outwardLinks } from "@/lib/articles/check-outward-links";
import { isAskable, type safeFetch } from "@/lib/core/safe-fetch";
import { unavailable } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import type { Block, StoredDocument } from "@/lib/content/document";

const linked = (href: string, id = "l000000001", story: string | null = null) => ({ type: "paragraph", attrs: { id }, content: [{ type: "text", text: "there ", marks: [{ type: "link", attrs: { href, story } }] }] }) as Block;
const bodyOf = (...content: Block[]): StoredDocument => ({ type: "doc", content });

/** An outside that answers by the status in the address, and remembers who asked. */
function outside(asked: string[]): typeof safeFetch {
  return async (address, wish) => {
    expect(wish).toMatchObject({ bytes: 0, milliseconds: linkCheckLimits.each });
    asked.push(address);
    const status = Number(new URL(address).pathname.slice(1));
    return status ? ok({ status, address, type: "text/html", bytes: Buffer.alloc(0) }) : fail(unavailable("unreachable", "This address could not be reached."));
  };
}

it("an address that may not be asked from here is no link that is dead", () => {
  expect(["https://a.example/x", "http://localhost:3000/town/x", "https://a.example:8443/x", "http://192.168.0.1.example.internal/", "mailto:desk@a.example"].filter(isAskable)).toEqual(["https://a.example/x"]);
});

describe("the links of a story to elsewhere", () => {
  it("are each asked once, without what only the browser knows of, and never what stands in the stash or leads to ourselves", async () => {
    const body = bodyOf(linked("https://a.example/200#part"), linked("https://a.example/200#part", "l000000002"), linked("/town/ours"), linked("https://own.example/x", "l000000003", "0190b5a0-0000-7000-8000-000000000001"), linked("mailto:desk@a.example"), { type: "stash", content: [linked("https://secret.example/200") as never] }, { type: "blockquote", attrs: { id: "q000000001", source: "The log", sourceUrl: "https://a.example/404" }, content: [{ type: "paragraph" }] });
    const asked: string[] = [];
    const found = await askAll(outwardLinks(body), outside(asked));
    expect(asked).toEqual(["https://a.example/200", "https://a.example/404"]);
    expect(found).toMatchObject({ asked: 2, left: 0, dead: [{ href: "https://a.example/404", check: { level: "warn", message: "A link that leads nowhere", hint: "“The log”, on a.example. The site answered 404: there is no such page.", place: { blockId: "q000000001" } } }] });
    expect(found.dead[0]?.check.repairs).toBeUndefined();
  });

  it("are dead at 404 and 410, in trouble at 500 and where nobody answers; a site that refuses programs says nothing about readers", async () => {
    const body = bodyOf(...[200, 204, 401, 403, 404, 410, 429, 500, 999, "nobody"].map((status) => linked(`https://a.example/${status}`)));
    const { dead } = await askAll(outwardLinks(body), outside([]));
    expect(dead.map(({ href, check }) => [href.split("/").at(-1), check.message])).toEqual([["404", "A link that leads nowhere"], ["410", "A link that leads nowhere"], ["500", "A link whose site has trouble"], ["nobody", "A link whose site could not be reached"]]);
    expect(dead[0]?.check.repairs).toMatchObject([{ does: "remove-link", from: { href: "https://a.example/404", story: null } }]);
  });

  it("are not asked beyond the limits of one press, in number or in time, and it is said how many were left", async () => {
    const many = outwardLinks(bodyOf(...Array.from({ length: 45 }, (_, number) => linked(`https://a.example/200?${number}`))));
    const asked: string[] = [];
    expect(await askAll(many, outside(asked))).toMatchObject({ asked: 40, left: 5 });
    expect(asked).toHaveLength(40);
    expect(await askAll(many, outside([]), { ...linkCheckLimits, all: 0 })).toMatchObject({ asked: 0, left: 45 });
  });
});
