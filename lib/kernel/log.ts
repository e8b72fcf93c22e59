import pino, { type Logger } from "pino";
import { processStore, provide } from "@/lib/kernel/process-store";

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    log: Logger;
  }
}

/** The process's logger: JSON lines, secrets taken out. Level from LOG_LEVEL. */
export function log(): Logger {
  const known = processStore().log;
  if (known) return known;
  const made = pino({
    level: process.env.LOG_LEVEL ?? "info",
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["password", "*.password", "token", "*.token", "cookie", "*.cookie", "headers.cookie", "headers.authorization", "email", "*.email"], censor: "[kept out]" },
  });
  provide("log", made);
  return made;
}
