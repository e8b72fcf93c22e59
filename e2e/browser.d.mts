export const browserFlags: string[];
/** A browser to test with, and the environment it needs; throws a sentence that says how to get one. */
export function findBrowser(): Promise<{ executablePath: string; env: Record<string, string> }>;
