/** What can go wrong as expected. Surprises are thrown; these are values and every caller must look at them. */
export type FailureCode = "invalid" | "unauthenticated" | "forbidden" | "not_found" | "conflict" | "rate_limited" | "unavailable";

/** What is wrong with one field, by the domain's own word for it and the numbers that belong to the sentence. */
export type Problem = { reason: string; values?: Record<string, string | number> };

/**
 * An expected outcome that is not success.
 * `reason` is the domain's own word for programs ("slug_taken"), `message` the sentence a person reads.
 */
export type Failure = {
  code: FailureCode;
  reason: string;
  message: string;
  /** One sentence per field, keyed by the field's name in the input. */
  fields?: Record<string, string>;
  /** What the sentences were made from, for whoever says them in another language. */
  values?: Problem["values"];
  problems?: Record<string, Problem>;
  /** With `conflict`: what stands now, who changed it and when, fit for the same eyes that asked. */
  current?: unknown;
  /** Where waiting helps (`rate_limited`, `unavailable`, a form sent too early): seconds until another try makes sense. */
  retryAfter?: number;
};

/** HTTP's word for each failure. */
export const httpStatus = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
  unavailable: 503,
} satisfies Record<FailureCode, number>;

type More = Pick<Failure, "fields" | "values" | "problems" | "current" | "retryAfter">;

/** A failure whose code is chosen where it is made. */
export const failureWith = (code: FailureCode, reason: string, message: string, more: More = {}): Failure => ({ code, reason, message, ...more });

const failureOf =
  (code: FailureCode) =>
  (reason: string, message: string, more: More = {}): Failure => failureWith(code, reason, message, more);

export const invalid = failureOf("invalid");
export const unauthenticated = failureOf("unauthenticated");
export const forbidden = failureOf("forbidden");
export const notFound = failureOf("not_found");
export const conflict = failureOf("conflict");
export const rateLimited = failureOf("rate_limited");
export const unavailable = failureOf("unavailable");
