import { Agent, request } from "node:http";
import { permissionTable } from "../lib/policy/permission-table";
import { expect, origin, test } from "./fixtures";

/*
 * What nobody in her right mind asks for (S-15, S-16, S-21, S-23, S-54), thrown at every door that the permission table knows: made from lists, so
 * that another payload or another page costs a word. Asked for is a true status, never one of ours being at fault; nothing of it may stay for whoever
 * asks properly afterwards. No browser takes part: it would mend the addresses.
 */

const { hostname, port, host } = new URL(origin);
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

type Headers = Record<string, string | string[]>;
type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** Asks as it is written: nothing of the address is mended on its way. */
function ask(path: string, headers: Headers = {}, method = "GET", body?: string): Promise<Answer> {
  return new Promise((done, failed) => {
    const asked = request({ host: hostname === "localhost" ? "127.0.0.1" : hostname, port, path, method, agent, headers: { Host: host, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString("utf8") }));
      answer.on("error", failed);
    });
    asked.on("error", failed);
    asked.setTimeout(30_000, () => asked.destroy(new Error(`${method} ${path} was not answered`)));
    asked.end(body);
  });
}

/** Many at once, as a crawler would. */
async function each<One>(all: readonly One[], look: (one: One) => Promise<void>): Promise<void> {
  let next = 0;
  const looker = async () => {
    while (next < all.length) await look(all[next++] as One);
  };
  await Promise.all(Array.from({ length: 8 }, looker));
}

/** Stands in every payload, and may stand in no page that is asked for properly. */
const canary = `canary${Date.now().toString(36)}`;
const elsewhere = `${canary}.example`;
const somebody = "0190b5a0-0000-7000-8000-00000000dead";

const filled: Record<string, string> = { section: "town", slug: "night-ferry-vote", tag: "skerry", handle: "ines-marlowe", period: "2026", "...missing": "no-such-page", "...feed": "rss.xml", part: "0", file: "security.txt", language: "fa", width: "480", of: "story", name: `${"0".repeat(20)}.png`, hash: "0" };
const fill = (surface: string) => surface.replace(/\[([^\]]+)\]|\{([^}]+)\}/g, (_, inBrackets: string, inBraces: string) => filled[inBrackets ?? inBraces] ?? somebody);
/** Where something is read, each once. */
const addresses = [...new Set(permissionTable.filter(({ kind, surface }) => ["page", "route", "server"].includes(kind) && !/^POST |^\/collab/.test(surface)).map(({ surface }) => fill(surface)))];
const isProtected = (path: string) => /^\/(?:desk|account|api)(?:\/|$)/.test(path);
/** What reads a parameter for a stranger. */
const readsParameters = /^\/(?:$|town|tags|authors|corrections|archive|search|oembed$|sign-in$|sign-up$|comments\/compose|api\/(?:viewer|comments))/;
/** Kept in the cache for everybody, and pages of every kind. */
const cached = ["/", "/town", "/town/night-ferry-vote", "/tags/skerry", "/authors/ines-marlowe", "/archive", "/corrections", "/search?q=ferry", "/feeds/rss.xml", "/feeds/feed.json", "/sitemap.xml", "/sitemaps/0", "/robots.txt", "/no-such-page", "/world/night-ferry-vote"];

const trueStatuses = new Set([200, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 410, 413, 414, 416, 421, 422, 429, 431]);

/** What is wrong with an answer, whatever was asked. */
function problems(asked: string, { status, headers, text }: Answer): string[] {
  const wrong: string[] = [];
  // A format that is not ours is one of the answers of oEmbed.
  if (!trueStatuses.has(status) && !(status === 501 && asked.startsWith("/oembed?"))) wrong.push(`answered ${status}`);
  const location = headers.location;
  if (location !== undefined && new URL(String(location), `${origin}/x/`).origin !== origin) wrong.push(`leads to ${location}`);
  if (/public/.test(String(headers["cache-control"] ?? "")) && headers["set-cookie"]) wrong.push("gives a cookie to everybody");
  if (/node_modules|\bat \S+ \(|PostgresError|SQLSTATE|Failed query|ECONNREFUSED/.test(text)) wrong.push("shows its inside");
  return wrong.map((one) => `${asked.slice(0, 160)}: ${one}`);
}

/** Which of the pages that everybody gets are not what they were: another status or kind, or something of a payload in them. */
async function poisoned(before: ReadonlyMap<string, Answer>): Promise<string[]> {
  const wrong: string[] = [];
  for (const path of cached) {
    const now = await ask(path);
    const was = before.get(path);
    if (now.text.includes(canary) || JSON.stringify(now.headers).includes(canary)) wrong.push(`${path} says ${canary}`);
    if (now.status !== was?.status || now.headers["content-type"] !== was.headers["content-type"]) wrong.push(`${path} answers ${now.status} ${now.headers["content-type"]}`);
    if (/<title>[^<]*/.exec(now.text)?.[0] !== /<title>[^<]*/.exec(was?.text ?? "")?.[0]) wrong.push(`${path} is another page`);
    if (now.headers["set-cookie"]) wrong.push(`${path} gives a cookie`);
  }
  return wrong;
}

const asTheyAre = async () => new Map(await Promise.all(cached.map(async (path) => [path, await ask(path)] as const)));

/** A value for each declared parameter, for those that others have, and for names that a program could trip over. */
const parameters = ["before", "c", "q", "show", "sort", "author", "section", "format", "from", "to", "url", "maxwidth", "maxheight", "next", "article", "_rsc", "__proto__", "constructor[prototype]", "before[]"];
const values = [
  "", "0", "-1", "1e400", "NaN", "99999999999999999999", "true", "null", "[object Object]",
  canary, `${canary}'";--`, `' or 1=1--${canary}`, `${canary}%`, `\\${canary}`, `$\{${canary}}`, `../../${canary}`, `//${elsewhere}`, `https://${elsewhere}/`, `javascript:${canary}`,
  `<script>${canary}</script>`, `${canary}\u202e\u0301\u200d😀`, `${canary}\r\nSet-Cookie: a=b`, "2026-02-30", "0000-00-00", "\ufffd", "ferry & (boat | !", '"unclosed', "ف".repeat(150), "a ".repeat(150), `${canary}`.repeat(200),
];
/** What no browser writes. */
const unreadable = ["%", "%0", "%zz", "%00", "%ff", "%ed%a0%80", "%c0%ae", "%u0041", "+%", "=", "&&&&", "a=b=c", ";", "?", "#"];

test("whatever hangs on an address is answered truly, at every door, and stays in no page", async () => {
  test.setTimeout(240_000);
  const before = await asTheyAre();
  const wrong: string[] = [];
  const withAll = (value: string) => parameters.map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
  const queries = [...values.map(withAll), ...unreadable, ...unreadable.map((value) => `before=${value}&c=${value}&q=${value}`), "q=a&q=b&before=x&before=y&c=&c"];
  // Where no parameter is read, a few of each kind, and at each address others.
  const asked = addresses.flatMap((path, at) => (path === "/search" || path === "/town/night-ferry-vote" ? queries : readsParameters.test(path) ? queries.filter((_, index) => (index + at) % 3 === 0) : queries.filter((_, index) => (index + at) % 7 === 0)).map((query) => `${path}?${query.replaceAll("#", "%23")}`));
  expect(asked.length).toBeGreaterThan(600);
  await each(asked, async (path) => void wrong.push(...problems(path, await ask(path))));
  expect(wrong).toEqual([]);
  expect(await poisoned(before)).toEqual([]);
});

test("a cursor that was cut, changed or written for another list is no error and opens nothing", async () => {
  const html = (await Promise.all(["/", "/town", "/world", "/culture", "/tags/skerry", "/town/night-ferry-vote", "/corrections", "/search?q=the"].map(async (path) => (await ask(path)).text))).join("");
  const written = [...new Set([...html.matchAll(/[?&](?:amp;)?(?:before|c)=([^"&#]+)/g)].map((match) => decodeURIComponent(match[1] ?? "")))].slice(0, 2);
  const cursors = [...written, `2026-11-26T10:00:00.000Z_${somebody}`, Buffer.from(`2026-11-26T10:00:00.000Z_${somebody}.aaaa`).toString("base64url")];
  const mutated = cursors.flatMap((cursor) => [
    cursor,
    ...[1, 4, Math.floor(cursor.length / 2)].map((length) => cursor.slice(0, length)),
    ...[0, Math.floor(cursor.length / 2), cursor.length - 1].map((at) => cursor.slice(0, at) + (cursor[at] === "A" ? "B" : "A") + cursor.slice(at + 1)),
    cursor + cursor, cursor.toUpperCase(), `${cursor}=`, [...cursor].reverse().join(""), `${cursor}\u0000`, ` ${cursor}`,
  ]);
  const lists = ["/town?before=", "/tags/skerry?before=", "/authors/ines-marlowe?before=", "/corrections?before=", "/archive/2026-11-01?before=", "/search?q=ferry&before=", "/town/night-ferry-vote?c=", "/town/night-ferry-vote?sort=liked&c="];
  const wrong: string[] = [];
  // Each change in some of the lists, and each list with some of the changes.
  await each(lists.flatMap((list, at) => mutated.filter((_, index) => (index + at) % 3 === 0).map((cursor) => list + encodeURIComponent(cursor))), async (path) => {
    const answer = await ask(path);
    wrong.push(...problems(path, answer));
    if (![200, 404].includes(answer.status)) wrong.push(`${path}: ${answer.status}`);
  });
  expect(wrong).toEqual([]);
});

const proxies: Headers[] = [
  ...["x-forwarded-host", "x-host", "x-forwarded-server", "x-original-host"].map((name) => ({ [name]: elsewhere })),
  { forwarded: `for=1.1.1.1;host=${elsewhere};proto=ftp` },
  { "x-forwarded-proto": "ftp", "x-forwarded-port": "1" },
  ...["x-original-url", "x-rewrite-url", "x-invoke-path", "x-matched-path", "x-middleware-rewrite"].map((name) => ({ [name]: "/desk" })),
  ...[1, 5].map((times) => ({ "x-middleware-subrequest": Array.from({ length: times }, () => "middleware").join(":") })),
  ...[1, 5].map((times) => ({ "x-middleware-subrequest": Array.from({ length: times }, () => "src/middleware").join(":") })),
  { "x-middleware-prefetch": "1", purpose: "prefetch" },
  { "x-nextjs-data": "1" },
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree", "next-router-state-tree": "%5B%22%22%5D", "next-url": "/desk" },
  { "next-action": canary },
  { "x-http-method-override": "DELETE", "x-method-override": "DELETE" },
  { cookie: `session=${canary}; __Host-session=${canary}; signed-in=1; next-auth.session-token=${canary}` },
  { cookie: `a=${"x".repeat(7000)}` },
  { "accept-language": `${canary},fa;q=0.9`, accept: "text/x-component" },
  { "accept-encoding": `identity;q=0, ${canary};q=1, *;q=0` },
  { "if-none-match": `W/"${canary}", "${"x".repeat(500)}"`, "if-modified-since": "the day before yesterday" },
  { range: `bytes=${Array.from({ length: 200 }, (_, at) => `${at}-${at + 1}`).join(",")}` },
  { range: "bytes=-1, 5-1, x-y" },
  { "user-agent": `${canary}${"\u00e9".repeat(100)}`, referer: `https://${elsewhere}/`, origin: `https://${elsewhere}` },
  { authorization: `Bearer ${canary}`, "content-type": "application/json" },
];

test("no header opens a door, changes a page, or stays in one", async () => {
  test.setTimeout(240_000);
  const before = await asTheyAre();
  const protectedOnes = addresses.filter(isProtected);
  const shut = new Map(await Promise.all(protectedOnes.map(async (path) => [path, (await ask(path)).status] as const)));
  const wrong: string[] = [];
  await each(
    proxies.flatMap((headers, at) => [...cached, ...protectedOnes.filter((_, index) => (index + at) % 5 === 0)].map((path) => ({ path, headers }))),
    async ({ path, headers }) => {
      const answer = await ask(path, headers);
      const asked = `${path} with ${JSON.stringify(headers).slice(0, 90)}`;
      wrong.push(...problems(asked, answer));
      if (answer.text.includes(elsewhere) || JSON.stringify(answer.headers).includes(elsewhere)) wrong.push(`${asked}: says ${elsewhere}`);
      if (isProtected(path) && /@halyard\.example/.test(answer.text)) wrong.push(`${asked}: opens`);
      if (isProtected(path) && answer.status === 200 && shut.get(path) !== 200 && /desk-frame|New story|<h1/.test(answer.text)) wrong.push(`${asked}: 200 in place of ${shut.get(path)}`);
      const was = before.get(path);
      if (was && ![304, 400, 416, 431].includes(answer.status) && (answer.status !== was.status || answer.headers["content-type"] !== was.headers["content-type"])) wrong.push(`${asked}: ${answer.status} ${answer.headers["content-type"]} in place of ${was.status}`);
    },
  );
  // A body that comes with a question is no part of it.
  await each(cached, async (path) => void wrong.push(...problems(`${path} with a body`, await ask(path, { "content-type": "application/x-www-form-urlencoded", "content-length": "9" }, "GET", "q=ferry&x"))));
  expect(wrong).toEqual([]);
  expect(await poisoned(before)).toEqual([]);
});

test("however an address is spelled and with whatever method, a stranger is shown no more than at its plain one", async () => {
  test.setTimeout(240_000);
  const before = await asTheyAre();
  const spellings = (path: string) => {
    const [, first = "", ...rest] = path.split("/");
    const tail = rest.map((part) => `/${part}`).join("");
    const escaped = [...Buffer.from(first)].map((byte) => `%${byte.toString(16)}`).join("");
    return [
      `${path}/`, `${path}//`, `/${path}`, `//${first}${tail}`, `/.${path}`, `/x/..${path}`, `/%2e${path}`, `/%2e%2e${path}`, `/town/%2e%2e${path}`, `/${first.toUpperCase()}${tail}`, `/${escaped}${tail}`, `/%25${escaped.slice(1)}${tail}`, `/${first}%2f${rest.join("/")}`, `\\${first}${tail}`,
      ...[";x", ";jsessionid=1", "%00", "%20", "%0d%0aX-Canary:%20y", "%ff", "...", "~", ".json", ".rsc", ".txt", ".html", ".css", "/x.css", "/%3Cscript%3E", ".segments/_tree.segment.rsc", ".prefetch.rsc", "/index", "/default", "?_rsc=1", "?__flight__=1", "?.rsc"].map((end) => path + end),
      `/_next/data/x${path}.json`, ...["", "/x/..", "/.", "/%2e%2e"].map((way) => `${way}/_next/image?url=${encodeURIComponent(path)}&w=64&q=75`), `/index${path}`, `/en${path}`, `/api${path}`, `http://${elsewhere}${path}`, `*`,
    ];
  };
  const wrong: string[] = [];
  const protectedOnes = addresses.filter(isProtected);
  await each(
    [...protectedOnes, "/", "/town/night-ferry-vote", "/comments/a-key", "/media/x/480"].flatMap((path, at) => spellings(path).filter((_, index) => (index + at) % 5 === 0).map((spelled) => ({ path, spelled }))),
    async ({ path, spelled }) => {
      const answer = await ask(spelled);
      const asked = `${spelled} for ${path}`;
      wrong.push(...problems(asked, answer));
      if (/@halyard\.example/.test(answer.text)) wrong.push(`${asked}: opens`);
      if (answer.headers["x-canary"]) wrong.push(`${asked}: writes a header`);
    },
  );
  for (const path of ["/", "/town/night-ferry-vote", "/desk", "/feeds/rss.xml", "/api/viewer", "/sign-in", "/media/x/480", "/no-such-page"]) {
    const plain = await ask(path);
    const head = await ask(path, {}, "HEAD");
    if (head.status !== plain.status || head.text !== "") wrong.push(`HEAD ${path}: ${head.status} in place of ${plain.status}, ${head.text.length} letters`);
    for (const method of ["OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "LOCK", "SEARCH"]) {
      const answer = await ask(path, { "x-canary": canary }, method);
      if (answer.status !== 405 || answer.text.includes(canary)) wrong.push(`${method} ${path}: ${answer.status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await poisoned(before)).toEqual([]);
});

test("nobody is led away by an address that says where to go on", async () => {
  const ways = [`//${elsewhere}`, `/\\${elsewhere}`, `/%5c${elsewhere}`, `\\\\${elsewhere}`, `https:${elsewhere}`, `https://${elsewhere}`, `http:///${elsewhere}`, `//${host}@${elsewhere}/`, `/.${elsewhere}`, `javascript:${canary}`, `data:text/html,${canary}`, `/\t/${elsewhere}`, `/\r\nLocation: https://${elsewhere}`, `//${elsewhere.replace(".", "\u3002")}`, `/%2f${elsewhere}`, `///${elsewhere}`, `//[::1]/`, " //x", `/desk/../..//${elsewhere}`];
  const wrong: string[] = [];
  await each(
    ways.flatMap((way) => ["/sign-in?next=", "/sign-up?next=", "/sign-in/forgotten?next=", "/desk?next=", "/world/night-ferry-vote?next=", "/town/?next="].map((path) => path + encodeURIComponent(way))),
    async (path) => {
      const answer = await ask(path);
      wrong.push(...problems(path, answer));
      // What the form would send on.
      for (const [, value = ""] of answer.text.matchAll(/name="next"[^>]*value="([^"]*)"/g)) if (value !== "" && (!/^\/(?![/\\])/.test(value) || new URL(value.replaceAll("&amp;", "&"), `${origin}/`).origin !== origin)) wrong.push(`${path}: goes on to ${value}`);
      for (const [, href = ""] of answer.text.matchAll(/(?:href|action)="([^"]*)"/g)) if (href !== "" && URL.canParse(href, `${origin}/`) && new URL(href, `${origin}/`).hostname.includes(canary)) wrong.push(`${path}: links to ${href}`);
    },
  );
  expect(wrong).toEqual([]);
});

test("what would make the paper work for nothing is answered in a word", async () => {
  const wrong: string[] = [];
  const look = async (path: string, expected: number, headers: Headers = {}) => {
    const answer = await ask(path, headers);
    wrong.push(...problems(path, answer));
    if (answer.status !== expected) wrong.push(`${path.slice(0, 80)}: ${answer.status} in place of ${expected}`);
  };
  const [, picture = somebody] = /\/media\/([0-9a-f-]{36})\//.exec((await ask("/town/night-ferry-vote")).text) ?? [];
  // A picture has its own few files, whatever is asked for.
  const files = new Set<unknown>();
  await each([0, 1, 2, 47, 481, 999, 1001, 1777, 9999, 10_000, 99_999, -1, 1.5].flatMap((width) => ["webp", "avif", "jpg", "png"].map((format) => `/media/${picture}/${width}.${format}`)), async (path) => {
    const answer = await ask(path);
    wrong.push(...problems(path, answer));
    if (answer.status === 200) files.add(answer.headers.etag);
    else if (answer.status !== 404) wrong.push(`${path}: ${answer.status}`);
  });
  expect(files.size).toBeGreaterThan(0);
  expect(files.size).toBeLessThanOrEqual(18);
  await each(["/sitemaps/9999", "/sitemaps/-1", "/sitemaps/01x", "/sitemaps/tags-0", "/sitemaps/tags-9999", "/sitemaps/authors-1", "/sitemaps/news-999", "/archive/9999-12-31", "/archive/-001-01-01", "/archive/2026-99-99", "/feeds/town/x/y/rss.xml", `/${"a/".repeat(900)}b`, `/${"%C3%A9".repeat(300)}`, `/tags/${"x".repeat(1900)}`, `/${"x".repeat(4000)}`], (path) => look(path, 404));
  await look("/", 431, { cookie: "x".repeat(40_000) });
  await look("/healthz?deep=1&all=true", 200);
  const began = Date.now();
  await Promise.all(Array.from({ length: 100 }, () => look("/healthz", 200)));
  expect(Date.now() - began, "it asks nothing").toBeLessThan(5000);
  expect(wrong).toEqual([]);
});
