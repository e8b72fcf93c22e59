import { type Answer, inMyName } from "@/components/desk/editor/api";
import type { Language } from "@/db/vocabulary";
import { joinPasted } from "@/lib/content/paste/join-pasted";
import type { Pasted } from "@/lib/content/paste/paste";
import { documentLimits } from "@/lib/imports/documents/limits";
import type { Failure } from "@/lib/kernel/failure";

const lost: Failure = { code: "unavailable", reason: "offline", message: "The server cannot be reached. The file was not read; nothing was changed." };

/** What came of several files: those that could be read as one, and in sentences why others could not; of these, the ones that may work another time. */
export type ReadFiles = { pasted: Pasted | null; names: string; refusals: readonly string[]; mayWork: readonly File[] };

/** Has files read into blocks, in their order. */
export async function readFilesOnServer(files: readonly File[], language: Language): Promise<ReadFiles> {
  const read: { name: string; pasted: Pasted }[] = [];
  const refusals: string[] = [];
  const mayWork: File[] = [];
  // One after the other: each is weighed and unpacked on the server.
  for (const file of files) {
    const answer = await readFileOnServer(file, language);
    if ("value" in answer) read.push({ name: file.name, pasted: answer.value });
    else {
      refusals.push(`${file.name}: ${answer.failure.message}`);
      if (answer.failure.code === "unavailable" || answer.failure.code === "rate_limited") mayWork.push(file);
    }
  }
  return { pasted: read.length > 0 ? joinPasted(read.map(({ pasted }) => pasted)) : null, names: new Intl.ListFormat("en").format(read.map(({ name }) => name)), refusals, mayWork };
}

/** Has a file read into blocks, set as the story's language sets them. A file that is too large is not even sent. */
async function readFileOnServer(file: File, language: Language): Promise<Answer<Pasted>> {
  if (file.size > documentLimits.bytes) return { failure: { code: "invalid", reason: "too_large", message: "This file is larger than 10 MB." } };
  const form = new FormData();
  form.append("file", file);
  form.append("language", language);
  try {
    const answer = (await (await fetch("/api/v1/imports", { method: "POST", headers: inMyName(), body: form })).json()) as Answer<Pasted>;
    return "value" in answer || "failure" in answer ? answer : { failure: lost };
  } catch {
    // No connection, or a page in place of our answer.
    return { failure: lost };
  }
}
