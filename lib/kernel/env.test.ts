import { describe, expect, it } from "vitest";
import { isLoopback, readEnvironment } from "@/lib/kernel/env";

const drawn = "pX3vQm8ZtK1wBn6YcR4jLs9GhD2fTe7u";
const own = { DATABASE_URL: "postgres://owner:pw@db.internal:5432/paper", APP_URL: "https://paper.example", SECRET: drawn };

function environmentOf(source: Record<string, string>) {
  const read = readEnvironment(source);
  if (!read.ok) throw new Error(read.sentences.join(" "));
  return read.environment;
}

describe("the environment", () => {
  it("may be empty: a laptop needs nothing", () => {
    const environment = environmentOf({});
    expect(environment).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      dataDir: "data",
      database: null,
      secret: null,
      trustedProxyHops: 0,
      logLevel: "info",
    });
    expect(environment.appUrl.href).toBe("http://localhost:3000/");
    expect(environment.services).toEqual(["web", "collab", "worker"]);
  });

  it("takes the port into the paper's own address", () => {
    expect(environmentOf({ PORT: "4100" }).appUrl.origin).toBe("http://localhost:4100");
  });

  it("takes an empty variable for an absent one", () => {
    expect(environmentOf({ PORT: "", APP_URL: " ", DATABASE_URL: "" })).toMatchObject({ port: 3000, database: null });
  });

  it("takes a PostgreSQL of one's own, with one login or three", () => {
    expect(environmentOf(own).database).toEqual({ migratorUrl: own.DATABASE_URL, appUrl: own.DATABASE_URL, readerUrl: own.DATABASE_URL });
    const app = "postgres://app:pw@db.internal/paper";
    const reader = "postgresql://reader:pw@db.internal/paper";
    expect(environmentOf({ ...own, DATABASE_APP_URL: app }).database).toMatchObject({ appUrl: app, readerUrl: app });
    expect(environmentOf({ ...own, DATABASE_APP_URL: app, DATABASE_READER_URL: reader }).database).toMatchObject({
      appUrl: app,
      readerUrl: reader,
    });
  });

  it("takes a list of services", () => {
    expect(environmentOf({ SERVICES: "web, collab" }).services).toEqual(["web", "collab"]);
  });

  const wrong: [variable: string, value: string, sentence: RegExp][] = [
    ["PORT", "0", /^PORT /],
    ["PORT", "70000", /^PORT /],
    ["PORT", "-1", /^PORT /],
    ["PORT", "3000; rm", /^PORT /],
    ["PORT", "3e3", /^PORT /],
    ["HOST", "every where", /^HOST /],
    ["DATA_DIR", "da\0ta", /^DATA_DIR /],
    ["APP_URL", "paper.example", /^APP_URL /],
    ["APP_URL", "ftp://paper.example", /^APP_URL /],
    ["APP_URL", "https://paper.example/news", /^APP_URL /],
    ["APP_URL", "https://me:pw@paper.example", /^APP_URL /],
    ["APP_URL", "javascript:alert(1)", /^APP_URL /],
    ["DATABASE_URL", "mysql://a:b@c/d", /^DATABASE_URL /],
    ["DATABASE_URL", "postgres://host", /^DATABASE_URL /],
    ["DATABASE_APP_URL", "app", /^DATABASE_APP_URL /],
    ["DATABASE_READER_URL", "reader", /^DATABASE_READER_URL /],
    ["SECRET", "short", /^SECRET must have at least 32/],
    ["SECRET", "x".repeat(64), /^SECRET must be random/],
    ["SECRET", "changeme".repeat(8), /^SECRET must be random/],
    ["SECRET", "this-is-the-secret-of-our-newspaper", /^SECRET must be random/],
    ["SECRET", "qwertzuiopqwertzuiopqwertzuiopqwertzuiop", /^SECRET must be random/],
    ["TRUSTED_PROXY_HOPS", "-1", /^TRUSTED_PROXY_HOPS /],
    ["TRUSTED_PROXY_HOPS", "11", /^TRUSTED_PROXY_HOPS /],
    ["TRUSTED_PROXY_HOPS", "true", /^TRUSTED_PROXY_HOPS /],
    ["SERVICES", "web,mail", /^SERVICES /],
    ["LOG_LEVEL", "verbose", /^LOG_LEVEL /],
    ["NODE_TLS_REJECT_UNAUTHORIZED", "0", /^NODE_TLS_REJECT_UNAUTHORIZED/],
    ["NODE_OPTIONS", "--inspect=0.0.0.0:9229", /^NODE_OPTIONS /],
  ];
  it.each(wrong)("refuses %s=%j with one clear sentence", (variable, value, sentence) => {
    const read = readEnvironment({ ...own, [variable]: value });
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.sentences).toHaveLength(1);
    expect(read.sentences[0]).toMatch(sentence);
  });

  it.each(["APP_URL", "SECRET"])("with a PostgreSQL of one's own, refuses to start without %s", (variable) => {
    const read = readEnvironment({ ...own, [variable]: "" });
    expect(read).toMatchObject({ ok: false, sentences: [expect.stringContaining(variable)] });
  });

  it("refuses a second login without the first", () => {
    expect(readEnvironment({ DATABASE_APP_URL: "postgres://app:pw@db/paper" })).toMatchObject({ ok: false });
  });

  it("never repeats a secret in its sentences", () => {
    const read = readEnvironment({ ...own, SECRET: "hunter2hunter2", DATABASE_URL: "mysql://owner:hunter2@db/x" });
    expect(JSON.stringify(read)).not.toContain("hunter2");
  });
});

describe("loopback", () => {
  it.each(["localhost", "127.0.0.1", "[::1]"])("%s is this machine", (name) => expect(isLoopback(name)).toBe(true));
  it.each(["example.org", "localhost.example.org", "127.0.0.1.nip.io", ""])("%s is not", (name) => expect(isLoopback(name)).toBe(false));
});
