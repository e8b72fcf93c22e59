import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type Mailbox, readMailbox } from "@/lib/kernel/email-address";
import { keepFile } from "@/lib/kernel/kept-file";

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    env: Env;
  }
}

/** The server that mail goes out through. `login` is given only where it asks for one. */
export type SmtpServer = { host: string; port: number; /** Encrypted from the first byte, instead of from STARTTLS on. */ secure: boolean; login: { user: string; password: string } | null };

/** Everything the environment decides, parsed once at the start. */
export type Env = {
  port: number;
  host: string;
  dataDir: string;
  /** The only source of absolute addresses and of the Secure cookie; never ends with a slash. */
  appUrl: string;
  /** Unset: the embedded PostgreSQL is used. */
  databaseUrl: string | null;
  databaseAppUrl: string | null;
  databaseReaderUrl: string | null;
  secret: string;
  /** Unset: mail is kept at the desk, and goes to nobody. */
  mail: { server: SmtpServer; from: Mailbox } | null;
  /** The service that is asked about comments, and the secret that both know. Unset: nobody is asked. */
  commentCheck: { url: string; secret: string } | null;
  trustedProxyHops: number;
  logLevel: string;
};

const number = (name: string, least: number, most: number) =>
  z.coerce.number({ error: `${name} must be a number.` }).int(`${name} must be a whole number.`).min(least, `${name} must be ${least} or more.`).max(most, `${name} must be ${most} or less.`);

const databaseUrl = (name: string) => {
  const error = `${name} must look like postgres://login:password@host:5432/database, with %40 for an @ in the password and the like.`;
  return z.string().regex(/^postgres(ql)?:\/\/[^@\s]+@[^/\s]+\/\S+$/, error).refine(isReadable, error);
};

/** Whether every part of an address can be read as it is meant. */
function isReadable(address: string): boolean {
  try {
    const { hostname, username, password, pathname } = new URL(address);
    return hostname !== "" && [username, password, pathname].every((part) => decodeURIComponent(part) !== null);
  } catch {
    // A port above 65535, a broken percent sign.
    return false;
  }
}

/** The parts of SMTP_URL, or null where they cannot be read as they are meant. */
function readSmtpUrl(address: string): SmtpServer | null {
  if (!/^smtps?:\/\/[\x21-\x7e]+$/.test(address)) return null;
  try {
    const url = new URL(address);
    const secure = url.protocol === "smtps:";
    const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
    // A login of half its parts, and what a server address has no place for, is a slip of the pen.
    if (!/^[\w.:-]+$/.test(host) || (user === "") !== (password === "") || !/^\/?$/.test(url.pathname) || url.search || url.hash) return null;
    return { host, port: url.port === "" ? (secure ? 465 : 587) : Number(url.port), secure, login: user ? { user, password } : null };
  } catch {
    // A port above 65535, a broken percent sign.
    return null;
  }
}

const smtpUrl = z.string().transform((text, context) => {
  const server = readSmtpUrl(text);
  if (server) return server;
  context.addIssue({ code: "custom", message: "SMTP_URL must look like smtp://login:password@host:587 or smtps://login:password@host, with %40 for an @ in the password and the like." });
  return z.NEVER;
});

const mailFrom = z.string().transform((text, context) => {
  const mailbox = readMailbox(text);
  if (mailbox) return mailbox;
  context.addIssue({ code: "custom", message: "MAIL_FROM must be one address, or a name and an address: The Paper <desk@paper.example>" });
  return z.NEVER;
});

const Variables = z.object({
  PORT: number("PORT", 1, 65_535).default(3000),
  HOST: z.string().regex(/^[\w.:-]+$/, "HOST must be an address or a host name.").default("127.0.0.1"),
  DATA_DIR: z.string().min(1, "DATA_DIR must not be empty.").default("data"),
  APP_URL: z.url({ protocol: /^https?$/, error: "APP_URL must be an address that starts with http:// or https://." }).optional(),
  DATABASE_URL: databaseUrl("DATABASE_URL").optional(),
  DATABASE_APP_URL: databaseUrl("DATABASE_APP_URL").optional(),
  DATABASE_READER_URL: databaseUrl("DATABASE_READER_URL").optional(),
  SECRET: z.string().min(32, "SECRET must have at least 32 characters; make one with: openssl rand -base64 48").optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom.optional(),
  COMMENT_CHECK_URL: z.url({ protocol: /^https?$/, error: "COMMENT_CHECK_URL must be an address that starts with https:// (or http:// within your own network)." }).refine((url) => !/^https?:\/\/[^/]*@/.test(url), "COMMENT_CHECK_URL must hold no login: requests are signed with COMMENT_CHECK_SECRET.").optional(),
  COMMENT_CHECK_SECRET: z.string().min(32, "COMMENT_CHECK_SECRET needs 32 characters or more; make one with: openssl rand -base64 48").optional(),
  TRUSTED_PROXY_HOPS: number("TRUSTED_PROXY_HOPS", 0, 10).default(0),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], { error: "LOG_LEVEL must be trace, debug, info, warn, error, fatal or silent." }).default("info"),
});

/** Everything that may be set. */
export const settingNames: readonly string[] = Object.keys(Variables.shape);

/** A setting that is wrong; its message is the one sentence that the person at the terminal reads. */
export class WrongSetting extends Error {}

/** Parses the environment, or throws `WrongSetting`. Makes the secret in the data folder where the embedded database is used. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([name, value]) => name in Variables.shape && value !== undefined && value !== ""));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) throw new WrongSetting(parsed.error.issues[0]?.message ?? "The environment is not right.");
  const values = parsed.data;
  if (values.DATABASE_URL && !values.APP_URL) throw new WrongSetting("With DATABASE_URL, APP_URL is needed too: the address at which readers find the paper.");
  if (values.DATABASE_URL && !values.SECRET) throw new WrongSetting("With DATABASE_URL, SECRET is needed too; make one with: openssl rand -base64 48");
  if (!values.DATABASE_URL && (values.DATABASE_APP_URL || values.DATABASE_READER_URL)) throw new WrongSetting("DATABASE_APP_URL and DATABASE_READER_URL need DATABASE_URL.");
  if (values.SECRET && new Set(values.SECRET).size < 10) throw new WrongSetting("SECRET is too simple; make one with: openssl rand -base64 48");
  if (values.SMTP_URL && !values.MAIL_FROM) throw new WrongSetting("With SMTP_URL, MAIL_FROM is needed too: the address that mail comes from, like The Paper <desk@paper.example>");
  if (!values.COMMENT_CHECK_URL !== !values.COMMENT_CHECK_SECRET) throw new WrongSetting("COMMENT_CHECK_URL and COMMENT_CHECK_SECRET need each other: the service must know who asks.");
  if (values.COMMENT_CHECK_SECRET && new Set(values.COMMENT_CHECK_SECRET).size < 10) throw new WrongSetting("COMMENT_CHECK_SECRET is too simple; make one with: openssl rand -base64 48");
  const appUrl = new URL(values.APP_URL ?? `http://localhost:${values.PORT}`);
  if (appUrl.pathname !== "/" || appUrl.search || appUrl.hash || appUrl.username) throw new WrongSetting("APP_URL must be an origin alone, like https://paper.example.");
  const dataDir = resolve(values.DATA_DIR);
  makeFolder(dataDir);
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir,
    appUrl: appUrl.origin,
    databaseUrl: values.DATABASE_URL ?? null,
    databaseAppUrl: values.DATABASE_APP_URL ?? null,
    databaseReaderUrl: values.DATABASE_READER_URL ?? null,
    secret: values.SECRET ?? keptSecret(dataDir),
    mail: values.SMTP_URL && values.MAIL_FROM ? { server: values.SMTP_URL, from: values.MAIL_FROM } : null,
    commentCheck: values.COMMENT_CHECK_URL && values.COMMENT_CHECK_SECRET ? { url: values.COMMENT_CHECK_URL, secret: values.COMMENT_CHECK_SECRET } : null,
    trustedProxyHops: values.TRUSTED_PROXY_HOPS,
    logLevel: values.LOG_LEVEL,
  };
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new WrongSetting(`DATA_DIR ${dataDir} is not a folder in which we may write.`, { cause: error });
  }
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const secret = randomBytes(48).toString("base64url");
  keepFile(file, `${secret}\n`);
  return secret;
}
