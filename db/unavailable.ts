/**
 * The database could not answer in time or could not be reached: nobody's fault, worth another try. Told by its tag, never by
 * `instanceof`: two copies of this file may be loaded.
 */
export class DatabaseUnavailable extends Error {
  readonly databaseUnavailable = true;
}

/** Whether something thrown means "the database is not there right now", however deep drizzle wrapped it. Answer 503 and Retry-After. */
export function isDatabaseUnavailable(thrown: unknown): boolean {
  return chain(thrown).some((error) => "databaseUnavailable" in error || refusals.has(codeOf(error)) || isConnectionError(error));
}

/** Whether the connection itself broke, so that nothing sent on it can be trusted to have arrived. */
export function isConnectionError(thrown: unknown): boolean {
  return chain(thrown).some((error) => connectionCodes.has(codeOf(error)) || codeOf(error).startsWith("08"));
}

const connectionCodes = new Set([
  // postgres.js
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  // the network
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  // PostgreSQL going down, gone down, coming up
  "57P01",
  "57P02",
  "57P03",
]);

/** PostgreSQL answered, but cannot serve just now: statement and lock time-outs, too many connections, full disk, read-only. */
const refusals = new Set(["57014", "55P03", "25P03", "53000", "53100", "53200", "53300", "25006"]);

/** The error and its causes, at most eight deep. */
function chain(thrown: unknown): object[] {
  const errors: object[] = [];
  for (let at = thrown; typeof at === "object" && at !== null && errors.length < 8; at = "cause" in at ? at.cause : null) errors.push(at);
  return errors;
}

function codeOf(error: object): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
