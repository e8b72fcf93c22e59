const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether something is a name as the store gives them, by the same pattern as zod's, for where zod is too heavy to load. */
export function isUuid(value: unknown): value is string {
  return typeof value === "string" && uuid.test(value);
}
