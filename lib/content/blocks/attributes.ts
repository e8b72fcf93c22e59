/** An attribute of a block that its HTML form carries as `data-…`, so that copying within a story keeps it. */
export function dataAttribute<Value>(name: string, fallback: Value, read: (text: string) => Value | null) {
  const attribute = `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return {
    default: fallback,
    parseHTML: (element: HTMLElement) => {
      const text = element.getAttribute(attribute);
      return text === null ? fallback : (read(text) ?? fallback);
    },
    renderHTML: (attributes: Record<string, unknown>) => {
      const value = attributes[name];
      if (value === fallback || value === null || value === undefined) return {};
      return { [attribute]: typeof value === "object" ? JSON.stringify(value) : String(value) };
    },
  };
}

/** Reads one word of a closed list. */
export const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (text: string): Word | null =>
    words.find((word) => word === text) ?? null;

export const asText = (text: string): string => text;

export const asFlag = (text: string): boolean => text === "true";
