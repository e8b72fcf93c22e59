import { z } from "zod";

/** What this process was told from outside, checked once at the start. */
export type Environment = {
  port: number;
  host: string;
  dataDir: string;
  /** The paper's address: the only source of absolute addresses and of the Secure cookie. */
  appUrl: URL;
  /** Null: the embedded PostgreSQL. */
  database: { migratorUrl: string; appUrl: string; readerUrl: string } | null;
  /** Null: made by us and kept in the data folder. */
  secret: string | null;
  /** How many proxies in front of us may be believed about the visitor's address. */
  trustedProxyHops: number;
  services: readonly Service[];
  logLevel: LogLevel;
};

export const services = ["web", "collab", "worker"] as const;
export type Service = (typeof services)[number];

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Shortest SECRET, in characters. */
export const secretLength = 32;

/** Addresses that are this machine, whatever it is called elsewhere. */
const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/** Whether a host name (as `URL.hostname` spells it) is this machine. */
export function isLoopback(hostname: string): boolean {
  return loopbackNames.includes(hostname);
}

const wholeNumber = (lowest: number, highest: number, sentence: string) =>
  z
    .string()
    .regex(/^\d+$/, sentence)
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest, sentence);

const postgresUrl = (name: string) =>
  z.string().refine((text) => {
    const url = URL.parse(text);
    return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== "" && url.username !== "" && url.pathname.length > 1;
  }, `${name} must be an address like postgres://user:password@host:5432/database.`);

const paperAddress = z
  .string()
  .refine(isPaperAddress, "APP_URL must be an address like https://paper.example, without a path.")
  .transform((text) => new URL(text));

const schema = z.object({
  PORT: wholeNumber(1, 65_535, "PORT must be a number from 1 to 65535.").default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "HOST must be a host name or an IP address to listen on.")
    .default("127.0.0.1"),
  DATA_DIR: z
    .string()
    .refine((path) => !path.includes("\0"), "DATA_DIR must be a folder.")
    .default("data"),
  APP_URL: paperAddress.optional(),
  DATABASE_URL: postgresUrl("DATABASE_URL").optional(),
  DATABASE_APP_URL: postgresUrl("DATABASE_APP_URL").optional(),
  DATABASE_READER_URL: postgresUrl("DATABASE_READER_URL").optional(),
  SECRET: z
    .string()
    .refine(
      (text) => text.length >= secretLength,
      `SECRET must have at least ${secretLength} characters. "openssl rand -base64 48" makes a good one.`,
    )
    .refine(looksDrawn, 'SECRET must be random, not a word or a pattern. "openssl rand -base64 48" makes a good one.')
    .optional(),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 10, "TRUSTED_PROXY_HOPS must be a number from 0 to 10.").default(0),
  SERVICES: z
    .string()
    .transform((text) => [...new Set(text.split(",").map((name) => name.trim()))])
    .pipe(z.array(z.enum(services, "SERVICES must list some of: web, collab, worker.")))
    .default([...services]),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of: ${logLevels.join(", ")}.`).default("info"),
  // Not ours, but a paper must not run with them.
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .string()
    .refine((text) => text !== "0", "NODE_TLS_REJECT_UNAUTHORIZED=0 lets anybody pose as anybody. Unset it.")
    .optional(),
  NODE_OPTIONS: z
    .string()
    .refine((text) => !text.includes("--inspect"), "NODE_OPTIONS opens a debugger. Unset it.")
    .optional(),
});

/** Either the whole environment, or one sentence per thing that is wrong with it. An empty variable counts as unset. */
export function readEnvironment(
  source: Record<string, string | undefined>,
): { ok: true; environment: Environment } | { ok: false; sentences: string[] } {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (source[name]?.trim() ? [[name, source[name].trim()]] : [])),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) return { ok: false, sentences: oneSentenceEach(parsed.error) };
  const value = parsed.data;
  const missing = contradictions(value);
  if (missing.length > 0) return { ok: false, sentences: missing };
  return {
    ok: true,
    environment: {
      port: value.PORT,
      host: value.HOST,
      dataDir: value.DATA_DIR,
      appUrl: value.APP_URL ?? new URL(`http://localhost:${value.PORT}`),
      database: value.DATABASE_URL
        ? {
            migratorUrl: value.DATABASE_URL,
            appUrl: value.DATABASE_APP_URL ?? value.DATABASE_URL,
            readerUrl: value.DATABASE_READER_URL ?? value.DATABASE_APP_URL ?? value.DATABASE_URL,
          }
        : null,
      secret: value.SECRET ?? null,
      trustedProxyHops: value.TRUSTED_PROXY_HOPS,
      services: value.SERVICES,
      logLevel: value.LOG_LEVEL,
    },
  };
}

function oneSentenceEach(error: z.ZodError): string[] {
  const first = new Map<PropertyKey | undefined, string>();
  for (const issue of error.issues) if (!first.has(issue.path[0])) first.set(issue.path[0], issue.message);
  return [...first.values()];
}

function contradictions(value: z.infer<typeof schema>): string[] {
  if (value.DATABASE_URL) {
    return [
      ...(value.APP_URL ? [] : ["With DATABASE_URL, APP_URL is needed: the address under which readers reach the paper."]),
      ...(value.SECRET
        ? []
        : [`With DATABASE_URL, SECRET is needed: at least ${secretLength} random characters, the same for every process.`]),
    ];
  }
  const orphans = (["DATABASE_APP_URL", "DATABASE_READER_URL"] as const).filter((name) => value[name]);
  return orphans.map((name) => `${name} is set, but DATABASE_URL is not.`);
}

function isPaperAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "" && url.password === "";
}

/** Refuses words and patterns: something drawn at random has many different characters and does not repeat itself. */
function looksDrawn(secret: string): boolean {
  if (/change.?me|secret|password|example|default|standfirst|0123456789|abcdefgh/i.test(secret)) return false;
  const repeats = /^(.{1,16})\1+$/.test(secret);
  return !repeats && new Set(secret).size >= 10;
}
