import { existsSync, readFileSync } from "node:fs";
import { type SourceMapPayload, SourceMap } from "node:module";

const place = /((?:file:\/\/)?\/[^\s:]*\.next\/server\/.*?\.js):(\d+):(\d+)/g;

/**
 * The text of an error with the place in the sources for each one in a built script. Places that no map knows stay as they are.
 */
export function withTruePlaces(text: string, mapOf: (script: string) => SourceMap | null = mapBeside): string {
  return text.replace(place, (whole, script: string, line: string, column: string) => {
    const entry = mapOf(script.replace(/^file:\/\//, ""))?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !("originalSource" in entry)) return whole;
    const source = entry.originalSource.replace(/^.*\[project\]\//, "").replace(/^(?:\.\.\/)+/, "");
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

const known = new Map<string, SourceMap | null>();

function mapBeside(script: string): SourceMap | null {
  const map = known.get(script);
  if (map !== undefined) return map;
  const path = `${script}.map`;
  const made = existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, "utf8")) as SourceMapPayload) : null;
  known.set(script, made);
  return made;
}
