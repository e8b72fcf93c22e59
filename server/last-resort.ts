import { isDatabaseUnavailable } from "@/db/unavailable";
import { log } from "@/lib/kernel/log";

/**
 * The last net. postgres.js may throw from a socket's callback when PostgreSQL dies under it: that is logged, the client is renewed
 * elsewhere, and the process goes on. Anything else is a state nobody has thought of: the process ends in good order.
 */
export function guardAgainstSurprises(end: (error: unknown) => void): void {
  const judge = (error: unknown) => {
    const stack = error instanceof Error ? (error.stack ?? "") : "";
    if (isDatabaseUnavailable(error) || /node_modules\/postgres\//.test(stack)) return log().warn({ err: error }, "the database connection broke");
    log().fatal({ err: error }, "an uncaught error");
    end(error);
  };
  process.on("uncaughtException", judge);
  process.on("unhandledRejection", judge);
}
