import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readEnv, WrongSetting } from "@/lib/kernel/env";

const dataDir = mkdtempSync(join(tmpdir(), "standfirst-env-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const drawn = "pX3vQm8ZtK1wBn6YcR4jLs9GhD2fTe7u";
const own = { DATABASE_URL: "postgres://owner:pw@db.internal:5432/paper", APP_URL: "https://paper.example", SECRET: drawn };

describe("the environment", () => {
  it("may be empty: a laptop needs nothing, and the secret is made once, for its owner's eyes", () => {
    const first = readEnv({ DATA_DIR: dataDir });
    expect(first).toMatchObject({ port: 3000, host: "127.0.0.1", appUrl: "http://localhost:3000", databaseUrl: null, trustedProxyHops: 0 });
    expect(first.secret.length).toBeGreaterThanOrEqual(48);
    expect(readEnv({ DATA_DIR: dataDir }).secret).toBe(first.secret);
    expect(statSync(join(dataDir, "secret")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, "secret"), "utf8").trim()).toBe(first.secret);
  });

  it("takes the port into the paper's own address", () => {
    expect(readEnv({ DATA_DIR: dataDir, PORT: "4100" }).appUrl).toBe("http://localhost:4100");
  });

  it("takes a PostgreSQL of one's own", () => {
    expect(readEnv({ DATA_DIR: dataDir, ...own })).toMatchObject({ databaseUrl: own.DATABASE_URL, appUrl: "https://paper.example", secret: drawn });
  });

  it("takes a mail server, with the login and the address that mail comes from", () => {
    expect(readEnv({ DATA_DIR: dataDir }).mail).toBeNull();
    expect(readEnv({ DATA_DIR: dataDir, SMTP_URL: "smtp://desk%40paper:p%3Ass@mail.example:2525", MAIL_FROM: "The Paper <desk@paper.example>" }).mail).toEqual({
      server: { host: "mail.example", port: 2525, secure: false, login: { user: "desk@paper", password: "p:ss" } },
      from: { name: "The Paper", address: "desk@paper.example" },
    });
    expect(readEnv({ DATA_DIR: dataDir, SMTP_URL: "smtps://[::1]", MAIL_FROM: "desk@paper.example" }).mail?.server).toEqual({ host: "::1", port: 465, secure: true, login: null });
    expect(readEnv({ DATA_DIR: dataDir, SMTP_URL: "smtp://localhost/", MAIL_FROM: "desk@paper.example" }).mail?.server.port).toBe(587);
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ COMMENT_CHECK_URL: "https://check.example/comments" }, /^COMMENT_CHECK_URL and COMMENT_CHECK_SECRET need each other/],
    [{ COMMENT_CHECK_SECRET: "0123456789abcdefghijklmnopqrstuvwxyz" }, /^COMMENT_CHECK_URL and COMMENT_CHECK_SECRET need each other/],
    [{ COMMENT_CHECK_URL: "ftp://check.example", COMMENT_CHECK_SECRET: "0123456789abcdefghijklmnopqrstuvwxyz" }, /^COMMENT_CHECK_URL must/],
    [{ COMMENT_CHECK_URL: "https://us:them@check.example", COMMENT_CHECK_SECRET: "0123456789abcdefghijklmnopqrstuvwxyz" }, /^COMMENT_CHECK_URL must hold no login/],
    [{ COMMENT_CHECK_URL: "https://check.example", COMMENT_CHECK_SECRET: "short" }, /^COMMENT_CHECK_SECRET needs/],
    [{ COMMENT_CHECK_URL: "https://check.example", COMMENT_CHECK_SECRET: "a".repeat(40) }, /^COMMENT_CHECK_SECRET is too simple/],
    [{ SMTP_URL: "mail.example:25", MAIL_FROM: "desk@paper.example" }, /^SMTP_URL /],
    [{ SMTP_URL: "https://mail.example", MAIL_FROM: "desk@paper.example" }, /^SMTP_URL /],
    [{ SMTP_URL: "smtp://mail.example:99999", MAIL_FROM: "desk@paper.example" }, /^SMTP_URL /],
    [{ SMTP_URL: "smtp://desk@mail.example", MAIL_FROM: "desk@paper.example" }, /^SMTP_URL /],
    [{ SMTP_URL: "smtp://desk:p%w@mail.example", MAIL_FROM: "desk@paper.example" }, /^SMTP_URL /],
    [{ SMTP_URL: "smtp://mail.example/inbox", MAIL_FROM: "desk@paper.example" }, /^SMTP_URL /],
    [{ SMTP_URL: "smtp://mail.example" }, /^With SMTP_URL, MAIL_FROM /],
    [{ MAIL_FROM: "The Paper" }, /^MAIL_FROM /],
    [{ MAIL_FROM: "a@paper.example, b@paper.example" }, /^MAIL_FROM /],
    [{ PORT: "0" }, /^PORT /],
    [{ PORT: "70000" }, /^PORT /],
    [{ PORT: "three" }, /^PORT /],
    [{ HOST: "every where" }, /^HOST /],
    [{ APP_URL: "paper.example" }, /^APP_URL /],
    [{ APP_URL: "ftp://paper.example" }, /^APP_URL /],
    [{ APP_URL: "https://paper.example/path" }, /^APP_URL /],
    [{ DATABASE_URL: "mysql://x" }, /^DATABASE_URL /],
    [{ ...own, DATABASE_URL: "postgres://owner:pw@db.internal:99999/paper" }, /^DATABASE_URL /],
    [{ ...own, DATABASE_URL: "postgres://owner:p%w@db.internal/paper" }, /^DATABASE_URL /],
    [{ ...own, DATABASE_READER_URL: "postgres://reader:pw@:5432/paper" }, /^DATABASE_READER_URL /],
    [{ DATA_DIR: "package.json" }, /^DATA_DIR /],
    [{ DATA_DIR: "package.json/data" }, /^DATA_DIR /],
    [{ DATABASE_URL: own.DATABASE_URL }, /APP_URL/],
    [{ DATABASE_URL: own.DATABASE_URL, APP_URL: own.APP_URL }, /SECRET/],
    [{ ...own, SECRET: "short" }, /^SECRET /],
    [{ ...own, SECRET: "a".repeat(40) }, /^SECRET /],
    [{ ...own, SECRET: "changeme".repeat(5) }, /^SECRET /],
    [{ DATABASE_APP_URL: own.DATABASE_URL }, /DATABASE_URL/],
    [{ TRUSTED_PROXY_HOPS: "-1" }, /^TRUSTED_PROXY_HOPS /],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL /],
  ])("stops the start with one sentence: %j", (source, sentence) => {
    expect(() => readEnv({ DATA_DIR: dataDir, ...source })).toThrow(WrongSetting);
    expect(() => readEnv({ DATA_DIR: dataDir, ...source })).toThrow(sentence);
  });
});
