import { describe, expect, it } from "vitest";
import { type Page, PageCache } from "@/server/page-cache";

const page = (text: string, changes: Partial<Page> = {}): Page => ({ status: 200, location: null, type: "text/html", body: Buffer.from(text), tags: ["article:1"], styleHashes: [], ...changes });

describe("the page cache", () => {
  it("renders once for all who wait, and then not at all", async () => {
    const cache = new PageCache();
    let renders = 0;
    const render = async () => {
      renders += 1;
      await new Promise((done) => setTimeout(done, 10));
      return page("one");
    };
    const served = await Promise.all(Array.from({ length: 20 }, () => cache.serve("/a", render)));
    await cache.serve("/a", render);
    expect(renders).toBe(1);
    expect(new Set(served.map((one) => one.body.toString()))).toEqual(new Set(["one"]));
  });

  it("drops a page when something it was made from changes, and no other", async () => {
    const cache = new PageCache();
    await cache.serve("/a", async () => page("old"));
    await cache.serve("/b", async () => page("other", { tags: ["article:2"] }));
    cache.drop(["article:1"]);
    expect((await cache.serve("/a", async () => page("new"))).body.toString()).toBe("new");
    expect((await cache.serve("/b", async () => page("never"))).body.toString()).toBe("other");
  });

  it("never keeps a render that began before a change, nor hands it to anybody who came after", async () => {
    const cache = new PageCache();
    let finish: (page: Page) => void = () => undefined;
    const slow = cache.serve("/a", () => new Promise<Page>((done) => (finish = done)));
    cache.drop(["article:1"]);
    const after = cache.serve("/a", async () => page("new"));
    finish(page("old"));
    expect((await slow).body.toString()).toBe("old");
    expect((await after).body.toString()).toBe("new");
    expect((await cache.serve("/a", async () => page("newer"))).body.toString()).toBe("new");
  });

  it("shows what it had while the database is down, but not what was taken back", async () => {
    let clock = 0;
    const cache = new PageCache(undefined, () => clock);
    const down = async (): Promise<Page> => {
      throw new Error("the database is down");
    };
    await cache.serve("/a", async () => page("a"));
    await cache.serve("/b", async () => page("b", { tags: ["article:2", "articles"] }));
    cache.drop(["article:1"]);
    expect((await cache.serve("/a", down)).body.toString()).toBe("a");
    cache.drop(["article:2", "articles"], { takedown: true });
    await expect(cache.serve("/b", down)).rejects.toThrow();
    clock = 61 * 60 * 1000;
    await expect(cache.serve("/a", down)).rejects.toThrow();
  });

  it("stays within its bytes and lets random addresses push nothing out", async () => {
    const cache = new PageCache(200_000);
    await cache.serve("/kept", async () => page("kept"));
    for (let number = 0; number < 700; number++) {
      await cache.serve(`/none-${number}`, async () => page("nothing here", { status: 404, tags: [] }));
      await cache.serve("/kept", async () => page("rendered again"));
    }
    expect(cache.size).toBeLessThanOrEqual(501);
    expect((await cache.serve("/kept", async () => page("rendered again"))).body.toString()).toBe("kept");
  });

  it("holds no more than it may while 100,000 addresses are asked for and everything is dropped again and again", async () => {
    const most = 2_000_000;
    const cache = new PageCache(most);
    await cache.serve("/kept", async () => page("kept"));
    for (let number = 0; number < 100_000; number++) {
      const [key, status] = number % 2 ? [`/none-${number}`, 404] : [`/town/story?c=${number}`, 200];
      await cache.serve(key, async () => page("x".repeat(number % 20 ? 10 : 20_000), { status, tags: [`article:${number}`] }));
      if (number % 1000 === 0) cache.drop([`article:${number}`, `article:${number - 2}`, "articles"]);
      if (number % 100 === 0) await cache.serve("/kept", async () => page("kept"));
      if (cache.held > most * 1.5) expect(cache.held).toBeLessThanOrEqual(most * 1.5);
    }
    expect(cache.size).toBeLessThanOrEqual(501);
    expect(cache.held).toBeLessThanOrEqual(most * 1.5);
  });

  it("sets dropped pages aside for an outage, the oldest of them going first where there are too many", async () => {
    const cache = new PageCache(100_000);
    const down = async (): Promise<Page> => {
      throw new Error("the database is down");
    };
    for (let number = 0; number < 9; number++) {
      await cache.serve(`/town/story-${number}`, async () => page("x".repeat(4000), { tags: [`article:${number}`] }));
      cache.drop([`article:${number}`]);
    }
    expect(cache.held).toBeLessThanOrEqual(50_000);
    expect((await cache.serve("/town/story-8", down)).status).toBe(200);
    await expect(cache.serve("/town/story-0", down)).rejects.toThrow();
  });

  it("makes a page anew after a while, out of the readers' way, and keeps what did not change", async () => {
    let clock = 0;
    const cache = new PageCache(undefined, () => clock);
    const first = await cache.serve("/a", async () => page("Monday"));
    clock = 4 * 60_000;
    expect(await cache.serve("/a", async () => page("Tuesday"))).toBe(first);
    clock = 6 * 60_000;
    expect((await cache.serve("/a", async () => page("Tuesday"))).body.toString()).toBe("Monday");
    await new Promise((done) => setTimeout(done));
    const second = await cache.serve("/a", async () => page("never"));
    expect(second.body.toString()).toBe("Tuesday");
    clock = 12 * 60_000;
    await cache.serve("/a", async () => page("Tuesday"));
    await new Promise((done) => setTimeout(done));
    const third = await cache.serve("/a", async () => page("never"));
    expect(third.madeAt).toEqual(second.madeAt);
    clock = 18 * 60_000;
    await cache.serve("/a", async () => {
      throw new Error("the database is down");
    });
    await new Promise((done) => setTimeout(done));
    expect((await cache.serve("/a", async () => page("never"))).body.toString()).toBe("Tuesday");
  });

  it("lets nobody read a page that has stood too long: it is made anew before the answer, once for all who wait", async () => {
    let clock = 0;
    const cache = new PageCache(undefined, () => clock);
    await cache.serve("/sitemap-news.xml", async () => page("Monday's stories"));
    clock = 72 * 60 * 60_000;
    let renders = 0;
    const render = async () => {
      renders += 1;
      return page("Thursday's stories");
    };
    const served = await Promise.all(Array.from({ length: 5 }, () => cache.serve("/sitemap-news.xml", render)));
    expect(served.map((one) => one.body.toString())).toEqual(Array.from({ length: 5 }, () => "Thursday's stories"));
    expect(renders).toBe(1);
  });

  it("still makes a page anew before the answer where its renewal failed out of the readers' way", async () => {
    let clock = 0;
    const cache = new PageCache(undefined, () => clock);
    await cache.serve("/a", async () => page("Monday"));
    clock = 9 * 60_000;
    await cache.serve("/a", async () => page("broken", { status: 500 }));
    await new Promise((done) => setTimeout(done));
    clock = 11 * 60_000;
    expect((await cache.serve("/a", async () => page("Tuesday"))).body.toString()).toBe("Tuesday");
  });

  it("shows a page that has stood too long only while the database is down, for an hour, and asks seldom whether it is back", async () => {
    let clock = 0;
    let renders = 0;
    const cache = new PageCache(undefined, () => clock);
    const down = async (): Promise<Page> => {
      renders += 1;
      throw new Error("the database is down");
    };
    await cache.serve("/a", async () => page("yesterday"));
    clock = 24 * 60 * 60_000;
    for (let reader = 0; reader < 3; reader++) expect((await cache.serve("/a", down)).body.toString()).toBe("yesterday");
    expect(renders).toBe(1);
    clock += 59 * 60_000;
    expect((await cache.serve("/a", async () => page("broken", { status: 503 }))).body.toString()).toBe("yesterday");
    clock += 2 * 60_000;
    await expect(cache.serve("/a", down)).rejects.toThrow();
    expect((await cache.serve("/a", async () => page("today"))).body.toString()).toBe("today");
  });

  it("shows nothing of a story that was taken back while its page was being made anew", async () => {
    let clock = 0;
    const cache = new PageCache(undefined, () => clock);
    await cache.serve("/a", async () => page("a"));
    clock = 24 * 60 * 60_000;
    let fail: (error: Error) => void = () => undefined;
    const waiting = cache.serve("/a", () => new Promise<Page>((_, failed) => (fail = failed)));
    cache.drop(["article:1"], { takedown: true });
    fail(new Error("the database is down"));
    await expect(waiting).rejects.toThrow();
  });

  it("does not keep an error", async () => {
    const cache = new PageCache();
    expect((await cache.serve("/a", async () => page("broken", { status: 503 }))).status).toBe(503);
    expect((await cache.serve("/a", async () => page("fine"))).body.toString()).toBe("fine");
  });
});
