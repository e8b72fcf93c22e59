import type { Env } from "@/lib/kernel/env";

/** The environment that tests run in. */
export const testEnv: Env = {
  port: 3999,
  host: "127.0.0.1",
  dataDir: "/nonexistent",
  appUrl: "http://localhost:3999",
  databaseUrl: null,
  databaseAppUrl: null,
  databaseReaderUrl: null,
  secret: "a secret that only the tests know, 0123456789",
  mail: null,
  commentCheck: null,
  trustedProxyHops: 0,
  logLevel: "fatal",
};
