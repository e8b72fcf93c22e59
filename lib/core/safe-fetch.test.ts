import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server as SocketServer } from "node:net";
import { gzipSync } from "node:zlib";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isPublicAddress } from "@/lib/core/public-address";
import { fetchFrom, type Message, type Outside, outboundLimits, postTo } from "@/lib/core/safe-fetch";
import { provide } from "@/lib/kernel/process-store";

const wish = { accept: "application/json" };
const refused = { ok: false, failure: { code: "unavailable", reason: "unreachable", message: "This address could not be reached." } };

/** Stands for everything that must never hear of us, and counts who knocks. */
let canary: SocketServer;
let knocks = 0;
/** Stands for the public network: 203.0.113.0/24 leads here. */
let paper: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
let asked: IncomingMessage[] = [];

const portOf = (server: Server | SocketServer) => (server.address() as AddressInfo).port;
const listen = (server: Server | SocketServer) => new Promise<void>((done) => server.listen(0, "127.0.0.1", done));

beforeAll(async () => {
  provide("log", pino({ level: "silent" }));
  canary = createSocketServer((socket) => {
    knocks += 1;
    socket.destroy();
  });
  paper = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await Promise.all([listen(canary), listen(paper)]);
});
afterEach(() => {
  expect(knocks, "the canary heard somebody").toBe(0);
  asked = [];
});
afterAll(() => {
  paper.closeAllConnections();
  paper.close();
  canary.close();
});

const isPaper = (address: string) => address.startsWith("203.0.113.");

/** An outside in which documentation addresses are public and lead to the paper, and everything else that is dialled reaches the canary. */
const outside = (names: Record<string, string[] | (() => string[])> = {}, changes: Partial<Outside> = {}): Outside => ({
  resolve: async (host) => {
    const found = names[host];
    if (!found) throw new Error(`ENOTFOUND ${host}`);
    return typeof found === "function" ? found() : found;
  },
  isPublic: (address) => isPaper(address) || isPublicAddress(address),
  door: (address) => ({ address: "127.0.0.1", port: portOf(isPaper(address) ? paper : canary) }),
  milliseconds: 5000,
  ...changes,
});

const inHouse = [
  "http://127.0.0.1/", "http://127.1/", "http://127.0.1/", "http://2130706433/", "http://0x7f.1/", "http://0x7f000001/", "http://0177.0.0.1/", "http://017700000001/", "http://0/", "http://0.0.0.0/", "http://127.255.255.254/", "http://127.0.0.1:80/", "https://127.0.0.1:443/",
  "http://[::]/", "http://[::1]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[0:0:0:0:0:ffff:127.0.0.1]/", "http://[::127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[64:ff9b::127.0.0.1]/", "http://[64:ff9b:1::7f00:1]/", "http://[2002:7f00:1::]/", "http://[2002:a9fe:a9fe::]/", "http://[2001::1]/",
  "http://169.254.169.254/latest/meta-data/", "http://2852039166/", "http://0xa9fea9fe/", "http://[::ffff:169.254.169.254]/", "http://[fd00:ec2::254]/", "http://100.64.0.1/", "http://100.100.100.200/", "http://10.0.0.1/", "http://10.1/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.0.1/", "http://192.168.1/", "http://192.0.0.1/", "http://192.0.2.1/", "http://198.18.0.1/", "http://198.51.100.1/", "http://224.0.0.1/", "http://240.0.0.1/", "http://255.255.255.255/",
  "http://[fd00::1]/", "http://[fc00::1]/", "http://[fe80::1]/", "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[fec0::1]/", "http://[ff02::1]/", "http://[2001:db8::1]/", "http://[5f00::1]/", "http://[100::1]/",
  "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://anything.localhost/", "http://printer.local/", "http://vault.internal/", "http://printer/", "http://127.0.0.1./", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://loopback.example/",
];
const odd = [
  "http://user@paper.example/", "http://user:word@paper.example/", "http://paper.example@127.0.0.1/", "http://paper.example\\@127.0.0.1/", "http:\\\\127.0.0.1\\", "http://127.0.0.1\t/", "http://paper.example/\r\nHost: x", "\thttp://paper.example/", "http:///127.0.0.1/", "http:127.0.0.1",
  "http://paper.example:8080/", "https://paper.example:80/", "http://paper.example:22/", "http://paper.example:443/", "http://127.0.0.1:3000/",
  "file:///etc/passwd", "gopher://paper.example/", "ftp://paper.example/", "data:text/plain,x", "javascript:alert(1)", "ws://paper.example/", "dict://paper.example/", "//paper.example/", "/etc/passwd", "", "http://", `http://paper.example/${"x".repeat(2000)}`, "http://paper.example\u0000.evil.example/",
];

describe("an address that is not for us to visit", () => {
  const names = { "loopback.example": ["127.0.0.1"], localhost: ["127.0.0.1", "::1"], "anything.localhost": ["127.0.0.1"], "printer.local": ["203.0.113.7"], "vault.internal": ["203.0.113.7"], printer: ["203.0.113.7"], "paper.example": ["203.0.113.7"] };
  it.each([...inHouse, ...odd])("is refused: %j", async (address) => {
    expect(await fetchFrom(outside(names), address, wish)).toEqual(refused);
    expect(asked).toEqual([]);
  });

  it.each(inHouse)("is refused where a redirect leads to it: %j", async (address) => {
    answer = (_, response) => response.writeHead(302, { Location: address.replace(/[^\x20-\x7e]/g, encodeURIComponent) }).end();
    expect(await fetchFrom(outside(names), "http://paper.example/", wish)).toEqual(refused);
    expect(asked).toHaveLength(1);
  });

  it.each([["one of several", ["203.0.113.7", "10.0.0.1"]], ["in IPv6 clothes", ["::ffff:10.0.0.1"]], ["no address at all", []], ["nonsense", ["not an address"]]])("is refused where its name has %s", async (_, addresses) => {
    expect(await fetchFrom(outside({ "mixed.example": addresses }), "http://mixed.example/", wish)).toEqual(refused);
  });
});

describe("a public address", () => {
  it("is fetched without cookies or credentials, under our own name", async () => {
    answer = (_, response) => response.writeHead(200, { "Content-Type": "application/json; charset=utf-8", "Set-Cookie": "a=b" }).end('{"title":"The crossing"}');
    const fetched = await fetchFrom(outside({ "paper.example": ["203.0.113.7"] }), "http://paper.example/oembed?url=x", wish);
    expect(fetched).toMatchObject({ ok: true, value: { status: 200, type: "application/json", address: "http://paper.example/oembed?url=x" } });
    expect(fetched.ok && fetched.value.bytes.toString()).toBe('{"title":"The crossing"}');
    expect(asked[0]?.headers).toEqual({ host: "paper.example", connection: expect.any(String), accept: "application/json", "accept-encoding": "gzip, br", "user-agent": "Standfirst" });
  });

  it("is connected to where it was judged, whatever its name answers the second time", async () => {
    const answers = [["203.0.113.7"], ["127.0.0.1"], ["127.0.0.1"]];
    let times = 0;
    answer = (_, response) => response.end("{}");
    const fetched = await fetchFrom(outside({ "rebinding.example": () => answers[times++] ?? [] }), "http://rebinding.example/", wish);
    expect(fetched.ok).toBe(true);
    expect(times).toBe(1);
  });

  it("whose name answers from our own network at the redirect is refused there", async () => {
    const answers = [["203.0.113.7"], ["127.0.0.1"]];
    let times = 0;
    answer = (_, response) => response.writeHead(302, { Location: "/again" }).end();
    expect(await fetchFrom(outside({ "rebinding.example": () => answers[times++] ?? [] }), "http://rebinding.example/", wish)).toEqual(refused);
    expect(times).toBe(2);
  });

  it("may send us on three times and no more", async () => {
    const going = (until: number) => {
      answer = (request, response) => (Number(request.url?.slice(1)) < until ? response.writeHead(307, { Location: `/${Number(request.url?.slice(1)) + 1}` }).end() : response.end("{}"));
      return fetchFrom(outside({ "paper.example": ["203.0.113.7"] }), "http://paper.example/0", wish);
    };
    expect(await going(3)).toMatchObject({ ok: true, value: { address: "http://paper.example/3" } });
    expect(await going(10)).toEqual(refused);
    expect(asked).toHaveLength(8);
  });

  it("may not send us to a host that was not wished for", async () => {
    answer = (_, response) => response.writeHead(302, { Location: "http://elsewhere.example/" }).end();
    expect(await fetchFrom(outside({ "paper.example": ["203.0.113.7"], "elsewhere.example": ["203.0.113.8"] }), "http://paper.example/", { ...wish, hosts: (host) => host === "paper.example" })).toEqual(refused);
    expect(asked).toHaveLength(1);
  });

  it("tells its status as it is", async () => {
    answer = (_, response) => response.writeHead(404).end("gone");
    expect(await fetchFrom(outside({ "paper.example": ["203.0.113.7"] }), "http://paper.example/", wish)).toMatchObject({ ok: true, value: { status: 404 } });
  });
});

describe("a wish for more or less than usual", () => {
  const ask = (bytes: number) => fetchFrom(outside({ "paper.example": ["203.0.113.7"] }), "http://paper.example/", { ...wish, bytes });

  it("for the status alone reads nothing of the body, however long it is", async () => {
    answer = (_, response) => response.writeHead(410, { "Content-Length": 1_000_000_000 }).write("x");
    expect(await ask(0)).toMatchObject({ ok: true, value: { status: 410, bytes: Buffer.alloc(0) } });
  });

  it("for more than a megabyte gets it, and is told where even that is exceeded, whether the answer says so or not", async () => {
    answer = (_, response) => response.end(Buffer.alloc(2 * 1024 * 1024));
    expect(await ask(3 * 1024 * 1024)).toMatchObject({ ok: true, value: { status: 200 } });
    answer = (_, response) => response.end(Buffer.alloc(4 * 1024 * 1024));
    const tooLarge = { ok: false, failure: { reason: "too_large", message: "What lies at this address is larger than 3 MB." } };
    expect(await ask(3 * 1024 * 1024)).toMatchObject(tooLarge);
    answer = (_, response) => {
      for (let part = 0; part < 4; part++) response.write(Buffer.alloc(1024 * 1024));
      response.end();
    };
    expect(await ask(3 * 1024 * 1024)).toMatchObject(tooLarge);
  });
});

describe("an answer that would do harm", () => {
  const names = { "paper.example": ["203.0.113.7"] };
  const ask = (changes: Partial<Outside> = {}) => fetchFrom(outside(names, changes), "http://paper.example/", wish);

  it("of more than a megabyte is cut off, whether it says so or not", async () => {
    answer = (_, response) => response.writeHead(200, { "Content-Length": 1_000_000_000 }).write("x");
    expect(await ask()).toEqual(refused);
    let sent = 0;
    answer = (_, response) => {
      const pour = () => {
        while (!response.destroyed && sent < 1_000_000_000) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536))) return response.once("drain", pour);
        }
      };
      pour();
    };
    expect(await ask()).toEqual(refused);
    expect(sent).toBeLessThan(50_000_000);
  });

  it("that is small only while it is packed is cut off when unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    expect(bomb.length).toBeLessThan(outboundLimits.bytes);
    const before = process.memoryUsage().rss;
    answer = (_, response) => response.writeHead(200, { "Content-Encoding": "gzip" }).end(bomb);
    expect(await ask()).toEqual(refused);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it("that is honestly packed is unpacked", async () => {
    answer = (_, response) => response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync('{"a":1}'));
    const fetched = await ask();
    expect(fetched.ok && fetched.value.bytes.toString()).toBe('{"a":1}');
  });

  it.each(["gzip, gzip", "compress", "zstd"])("that is packed as %s is refused", async (encoding) => {
    answer = (_, response) => response.writeHead(200, { "Content-Encoding": encoding }).end("x");
    expect(await ask()).toEqual(refused);
  });

  it("that comes in drips ends with the deadline", async () => {
    const drips: NodeJS.Timeout[] = [];
    answer = (_, response) => {
      response.writeHead(200);
      drips.push(setInterval(() => response.write("."), 20));
    };
    expect(await ask({ milliseconds: 300 })).toEqual(refused);
    for (const drip of drips) clearInterval(drip);
  });

  it("that never comes ends with the deadline, at every hop and in the name system, too", async () => {
    answer = () => undefined;
    expect(await ask({ milliseconds: 300 })).toEqual(refused);
    expect(await ask({ milliseconds: 300, resolve: () => new Promise(() => undefined) })).toEqual(refused);
  });

  it.each([["longer than it says", "10", "x".repeat(5)], ["shorter than it says", "5", "x".repeat(10)]])("that is %s does no harm", async (_, length, body) => {
    answer = (request, response) => {
      response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n${body}`);
      request.resume();
    };
    const fetched = await ask();
    expect(fetched.ok ? fetched.value.bytes.length : 0).toBeLessThanOrEqual(5);
  });

  it("that is not HTTP does no harm", async () => {
    answer = (_, response) => response.socket?.end("SSH-2.0-OpenSSH_9.6\r\n");
    expect(await ask()).toEqual(refused);
  });
});

describe("what is told somebody outside", () => {
  const names = { "hub.example": ["203.0.113.7"], "loopback.example": ["127.0.0.1"], "mixed.example": ["203.0.113.7", "10.0.0.1"] };
  const message: Message = { type: "application/x-www-form-urlencoded", text: "hub.mode=publish&hub.url=https%3A%2F%2Fpaper.example%2F" };
  const told = (address = "http://hub.example/", said = message, changes: Partial<Outside> = {}) => postTo(outside(names, changes), address, said);

  it("is posted once, whole, without cookies or credentials, and only the status comes back", async () => {
    let heard = "";
    answer = (request, response) => {
      request.on("data", (part: Buffer) => {
        heard += part.toString();
      });
      request.on("end", () => response.writeHead(202, { "Set-Cookie": "a=b", "Content-Length": 1_000_000_000 }).write("x"));
    };
    expect(await told("http://hub.example/publish?x=1")).toEqual({ ok: true, value: { status: 202 } });
    expect([heard, asked[0]?.method, asked[0]?.url]).toEqual([message.text, "POST", "/publish?x=1"]);
    expect(asked[0]?.headers).toEqual({ host: "hub.example", connection: expect.any(String), accept: "*/*", "accept-encoding": "gzip, br", "user-agent": "Standfirst", "content-type": message.type, "content-length": String(message.text.length) });
  });

  it.each([...inHouse, ...odd, "http://mixed.example/"])("is not told to %j", async (address) => {
    expect(await told(address)).toEqual(refused);
    expect(asked).toEqual([]);
  });

  it.each([301, 302, 303, 307, 308])("follows nobody who sends it on with %d", async (status) => {
    answer = (_, response) => response.writeHead(status, { Location: "http://hub.example/elsewhere" }).end();
    expect(await told()).toEqual(refused);
    expect(asked).toHaveLength(1);
  });

  it("is not sent where it is longer than may be", async () => {
    expect(await told("http://hub.example/", { ...message, text: "x".repeat(outboundLimits.sent + 1) })).toEqual(refused);
    expect(asked).toEqual([]);
  });

  it("is given up where nobody answers in time", async () => {
    answer = () => undefined;
    expect(await told("http://hub.example/", message, { milliseconds: 200 })).toEqual(refused);
  });

  it("goes to where it was judged, whatever the name answers the second time", async () => {
    let times = 0;
    answer = (_, response) => response.end();
    expect(await told("http://hub.example/", message, { resolve: async () => (times++ === 0 ? ["203.0.113.7"] : ["127.0.0.1"]) })).toMatchObject({ ok: true });
    expect(times).toBe(1);
  });
});
