import { keyFile } from "@/lib/announcing/reads/whom-to-tell";
import { machineNow } from "@/lib/kernel/clock";
import { type PaperFile, paperFiles } from "@/lib/settings/paper-files";
import { storedFiles } from "@/lib/settings/reads/paper-files";
import { securityTxt } from "@/lib/settings/security-txt";
import { answerWith, noteTags } from "@/lib/web/reader-request";
import { origin } from "@/lib/web/reading";

/** One of the paper's files as plain text; 404 where nobody has written it. */
export async function answerFile(file: PaperFile): Promise<Response> {
  noteTags("settings");
  const text = (await storedFiles())[file];
  if (text === "") return noFile();
  return new Response(file === "security" ? securityTxt(text, origin(), machineNow()) : `${text}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

/** The key by which search engines know the paper, while they are told of what is new; 404 for every other. */
export async function answerKey(key: string): Promise<Response> {
  noteTags("settings");
  const text = await keyFile(key);
  return text === null ? noFile() : new Response(text, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

/** The file at an address; null where none can stand. */
export function fileAt(path: string): PaperFile | null {
  return (Object.keys(paperFiles) as PaperFile[]).find((file) => (paperFiles[file].paths as readonly string[]).includes(path)) ?? null;
}

export function noFile(): Response {
  answerWith(404);
  return new Response("There is no such file.\n", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
