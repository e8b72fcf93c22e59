/** The same value with the names in every object in one order. PostgreSQL keeps `jsonb` in an order of its own, so what it gives back differs in that from what was written. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, inner]) => [name, inOrder(inner)]),
  );
}

/** As JSON: two values that say the same give the same text. */
export const jsonInOrder = (value: unknown): string => JSON.stringify(inOrder(value)) ?? "";
